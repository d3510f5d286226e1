package org.filterscheduler.examples.replay;

/** The command-line tool; a placeholder for now. */
public final class Fsched {
  private Fsched() {}

  public static void main(String[] args) {
    System.out.println("fsched: nothing to place yet");
  }
}
