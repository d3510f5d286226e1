package org.filterscheduler.spi.nova;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an image asks of the version of the hypervisor: terms such as {@code >=6.0} or {@code <6.2},
 * separated by commas, all of which must hold.
 *
 * @param terms the terms; without any, every version will do
 */
public record VersionPredicate(List<Term> terms) {
  /** Any version will do, and none is looked at. */
  public static final VersionPredicate ANY = new VersionPredicate(List.of());

  private static final Pattern TERM =
      Pattern.compile("(?U)\\s*(<=|>=|<|>|!=|==)\\s*([^\\s,]+)\\s*");
  private static final Pattern VERSION =
      Pattern.compile("([0-9]+)\\.([0-9]+)(?:\\.([0-9]+))?(?:([ab])([0-9]+))?");
  // A hypervisor reports its version as one number, 1000 to each group: 6001000 is 6.1.0.
  private static final long BASE = 1000;

  /** How a version is compared. */
  public enum Operator {
    /** {@code <}. */
    BELOW("<"),
    /** {@code <=}. */
    AT_MOST("<="),
    /** {@code >}. */
    ABOVE(">"),
    /** {@code >=}. */
    AT_LEAST(">="),
    /** {@code ==}. */
    EQUAL("=="),
    /** {@code !=}. */
    DIFFERENT("!=");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    private boolean holds(int order) {
      return switch (this) {
        case BELOW -> order < 0;
        case AT_MOST -> order <= 0;
        case ABOVE -> order > 0;
        case AT_LEAST -> order >= 0;
        case EQUAL -> order == 0;
        case DIFFERENT -> order != 0;
      };
    }

    private static Operator of(String symbol) {
      for (Operator operator : values()) {
        if (operator.symbol.equals(symbol)) {
          return operator;
        }
      }
      throw new IllegalArgumentException("\"" + symbol + "\" compares no versions.");
    }

    /** Returns the symbol that stands for it in a predicate. */
    @Override
    public String toString() {
      return symbol;
    }
  }

  /**
   * A version.
   *
   * @param major the first number
   * @param minor the second number
   * @param patch the third number
   * @param stage the letter of a pre-release, {@code a} or {@code b}; {@code ~} for a release,
   *     which sorts after its pre-releases
   * @param number the number of the pre-release
   */
  public record Version(long major, long minor, long patch, char stage, long number)
      implements Comparable<Version> {
    private static final char RELEASED = '~';
    private static final Comparator<Version> ORDER =
        Comparator.comparingLong(Version::major)
            .thenComparingLong(Version::minor)
            .thenComparingLong(Version::patch)
            .thenComparing(Version::stage)
            .thenComparingLong(Version::number);

    @Override
    public int compareTo(Version other) {
      return ORDER.compare(this, other);
    }

    /** Returns the version as people write it. */
    @Override
    public String toString() {
      String numbers = major + "." + minor + "." + patch;
      return stage == RELEASED ? numbers : numbers + stage + number;
    }
  }

  /**
   * One comparison.
   *
   * @param operator how the host's version is compared
   * @param version with what
   */
  public record Term(Operator operator, Version version) {
    /** Returns the term as it stands in a predicate. */
    @Override
    public String toString() {
      return operator.toString() + version;
    }
  }

  /** Copies the terms. */
  public VersionPredicate {
    terms = List.copyOf(terms);
  }

  /**
   * Reads a predicate.
   *
   * @param text the terms, separated by commas
   * @throws IllegalArgumentException if a term has no operator, or a version is not two or three
   *     numbers and perhaps a pre-release
   */
  public static VersionPredicate parse(String text) {
    List<Term> terms = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      terms.add(term(part, text));
    }
    return new VersionPredicate(terms);
  }

  /**
   * Returns whether a hypervisor's version will do.
   *
   * @param version the version in base 1000, as in 6001000 for 6.1.0
   * @throws IllegalArgumentException if it has not two or three groups of digits
   */
  public boolean matches(long version) {
    if (terms.isEmpty()) {
      return true;
    }
    Version host = reported(version);
    for (Term term : terms) {
      if (!term.operator().holds(host.compareTo(term.version()))) {
        return false;
      }
    }
    return true;
  }

  private static Term term(String part, String text) {
    Matcher term = TERM.matcher(part);
    if (!term.matches()) {
      throw new IllegalArgumentException(
          "The version predicate \""
              + text
              + "\" must be terms such as >=6.0 or <6.2, separated by commas.");
    }
    return new Term(Operator.of(term.group(1)), version(term.group(2), text));
  }

  private static Version version(String version, String text) {
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "The version \""
              + version
              + "\" of the predicate \""
              + text
              + "\" must be two or three numbers, as in 6.1 or 6.1.0, and perhaps a1 or b1.");
    }
    String stage = parts.group(4);
    return new Version(
        NovaNumbers.requireLong(parts.group(1)),
        NovaNumbers.requireLong(parts.group(2)),
        parts.group(3) == null ? 0 : NovaNumbers.requireLong(parts.group(3)),
        stage == null ? Version.RELEASED : stage.charAt(0),
        stage == null ? 0 : NovaNumbers.requireLong(parts.group(5)));
  }

  // Leading groups of 0 do not exist: 12003 is 12.3, and 5 is no version.
  private static Version reported(long version) {
    long high = version / BASE;
    long last = version % BASE;
    if (high > 0 && high < BASE) {
      return new Version(high, last, 0, Version.RELEASED, 0);
    }
    if (high >= BASE && high < BASE * BASE) {
      return new Version(high / BASE, high % BASE, last, Version.RELEASED, 0);
    }
    throw new IllegalArgumentException(
        "The hypervisor version "
            + version
            + " must be two or three numbers in base 1000, as in 6001000 for 6.1.0.");
  }

  /** Returns the terms, separated by commas. */
  @Override
  public String toString() {
    return String.join(",", terms.stream().map(Term::toString).toList());
  }
}
