package org.filterscheduler.spi.nova;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What an extra spec of a flavor asks of a value, in Nova's requirement language.
 *
 * <p>The first word may be an operator, and the word after it what to compare with; further words
 * are ignored:
 *
 * <ul>
 *   <li>{@code =} at least that number (a historic meaning), {@code == != >= <=} as numbers;
 *   <li>{@code s== s!= s< s<= s> s>=} as strings, by code points;
 *   <li>{@code <in>} the value contains the word, {@code <all-in>} it contains all words;
 *   <li>{@code <or> a <or> b} the value is one of the words.
 * </ul>
 *
 * <p>Any other text asks for a value that equals it, whole. So does {@code > 2}: {@code >} and
 * {@code <} are no operators.
 *
 * @param text the whole requirement
 * @param operator its first word if that is an operator, else empty
 * @param operands the words after the operator; none without one
 */
public record Requirement(String text, String operator, List<String> operands) {
  private static final Set<String> OPERATORS =
      Set.of(
          "=",
          "==",
          "!=",
          ">=",
          "<=",
          "s==",
          "s!=",
          "s<",
          "s<=",
          "s>",
          "s>=",
          "<in>",
          "<all-in>",
          "<or>");

  /** Copies the operands. */
  public Requirement {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(operator, "operator");
    operands = List.copyOf(operands);
  }

  /**
   * Reads a requirement; any text is one.
   *
   * @param text the requirement
   */
  public static Requirement of(String text) {
    List<String> words = PythonText.words(text);
    if (words.isEmpty() || !OPERATORS.contains(words.get(0))) {
      return new Requirement(text, "", List.of());
    }
    return new Requirement(text, words.get(0), words.subList(1, words.size()));
  }

  /**
   * Returns whether a value is as required.
   *
   * @param value the value
   * @throws IllegalArgumentException where Nova fails: a numeric operator with something that is no
   *     number, or {@code <or>} with nothing after it
   */
  public boolean matches(String value) {
    if (operator.isEmpty()) {
      return value.equals(text);
    }
    if (operator.equals("<or>")) {
      return isOneOf(value);
    }
    return !operands.isEmpty() && holds(value, operands.get(0));
  }

  private boolean holds(String value, String operand) {
    return switch (operator) {
      case "<in>" -> value.contains(operand);
      case "<all-in>" -> containsAll(value);
      case "s==", "s!=", "s<", "s<=", "s>", "s>=" ->
          holds(operator.substring(1), PythonText.compare(value, operand));
      default -> holds(operator, number(value), number(operand));
    };
  }

  private boolean containsAll(String value) {
    for (String operand : operands) {
      if (!value.contains(operand)) {
        return false;
      }
    }
    return true;
  }

  // Every second word is taken for a repeated <or>, whatever it is.
  private boolean isOneOf(String value) {
    if (operands.isEmpty()) {
      throw new IllegalArgumentException(
          "The requirement \"" + text + "\" must name a value, as in \"<or> a <or> b\".");
    }
    for (int at = 0; at < operands.size(); at += 2) {
      if (operands.get(at).equals(value)) {
        return true;
      }
    }
    return false;
  }

  private double number(String operand) {
    try {
      return NovaNumbers.requireDouble(operand);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The requirement \"" + text + "\" compares numbers, but " + e.getMessage(), e);
    }
  }

  private static boolean holds(String comparison, double left, double right) {
    return switch (comparison) {
      case "=", ">=" -> left >= right;
      case "<=" -> left <= right;
      case "==" -> left == right;
      default -> left != right;
    };
  }

  private static boolean holds(String comparison, int order) {
    return switch (comparison) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  /** Returns the text of the requirement. */
  @Override
  public String toString() {
    return text;
  }
}
