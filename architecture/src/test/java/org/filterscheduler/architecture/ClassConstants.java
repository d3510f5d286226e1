package org.filterscheduler.architecture;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The string constants of a class file; of its constant pool, nothing else (JVMS 4.4). */
final class ClassConstants {
  private static final int UTF8 = 1;
  private static final int STRING = 8;

  private ClassConstants() {}

  static List<String> strings(byte[] classFile) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    in.skipNBytes(8); // magic, minor and major version
    int count = in.readUnsignedShort();
    Map<Integer, String> texts = new HashMap<>();
    List<Integer> strings = new ArrayList<>();
    for (int index = 1; index < count; index++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case UTF8 -> texts.put(index, in.readUTF());
        case STRING -> strings.add(in.readUnsignedShort());
        default -> {
          in.skipNBytes(sizeOf(tag));
          index += slotsOf(tag) - 1;
        }
      }
    }
    return strings.stream().map(texts::get).toList();
  }

  private static int sizeOf(int tag) {
    return switch (tag) {
      case 7, 16, 19, 20 -> 2; // Class, MethodType, Module, Package
      case 15 -> 3; // MethodHandle
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4; // int, float, references, NameAndType, dynamic
      case 5, 6 -> 8; // long, double
      default -> throw new IllegalStateException("tag (" + tag + ") is none of a constant pool");
    };
  }

  /** A long and a double take two places of the pool, as JVMS 4.4.5 regrets. */
  private static int slotsOf(int tag) {
    return tag == 5 || tag == 6 ? 2 : 1;
  }
}
