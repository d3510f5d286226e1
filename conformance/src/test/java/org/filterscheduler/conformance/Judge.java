package org.filterscheduler.conformance;

/** Runs the cases of one kind. */
@FunctionalInterface
interface Judge {
  Outcome judge(ConformanceCase test, Mode mode);

  /** Runs a case of any kind. */
  static Outcome any(ConformanceCase test, Mode mode) {
    Judge judge =
        switch (test.kind()) {
          case FILTER -> FilterCases::judge;
          case WEIGHER -> WeigherCases::judge;
          case SCHEDULE -> ScheduleCases::judge;
        };
    return judge.judge(test, mode);
  }
}
