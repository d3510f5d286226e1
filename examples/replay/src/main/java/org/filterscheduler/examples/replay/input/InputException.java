package org.filterscheduler.examples.replay.input;

import org.jspecify.annotations.Nullable;

/**
 * Something in an input file that cannot be used: where it stands, what it is, what it should be.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_VALUE = 60;

  private InputException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Creates the exception for a wrong value.
   *
   * @param where the file, and the line and path or column in it
   * @param value the value
   * @param expected what is right, as the end of "expected ..."
   */
  static InputException wrong(String where, Object value, String expected) {
    return new InputException(
        where + ": " + shortened(String.valueOf(value)) + ": expected " + expected, null);
  }

  /**
   * Creates the exception for a file that cannot be read at all.
   *
   * @param where the file, and the line if it is known
   * @param problem the whole sentence
   * @param cause what was thrown
   */
  static InputException unreadable(String where, String problem, @Nullable Throwable cause) {
    return new InputException(where + ": " + problem, cause);
  }

  private static String shortened(String value) {
    String line = value.replaceAll("\\R", " ");
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "...";
  }
}
