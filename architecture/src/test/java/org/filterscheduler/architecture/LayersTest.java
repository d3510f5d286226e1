package org.filterscheduler.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. Each rule names all that a package may use, so that a new friend is seen. */
@AnalyzeClasses(
    packages = "org.filterscheduler",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class LayersTest {
  private static final String JDK = "java..";
  private static final String JSPECIFY = "org.jspecify..";
  private static final String API = "org.filterscheduler.api..";
  private static final String SPI = "org.filterscheduler.spi..";

  @ArchTest static final ArchRule apiKnowsNobody = mayUse(API, JDK, JSPECIFY);

  @ArchTest static final ArchRule spiKnowsTheApi = mayUse(SPI, API, JDK, JSPECIFY);

  @ArchTest
  static final ArchRule filtersKnowTheSpiAndAJsonParser =
      mayUse("org.filterscheduler.filters..", API, SPI, JDK, JSPECIFY, "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule weighersKnowTheSpi =
      mayUse("org.filterscheduler.weighers..", API, SPI, JDK, JSPECIFY);

  /** The engine finds its plug-ins by ServiceLoader; it must not know that any are built in. */
  @ArchTest
  static final ArchRule coreKnowsNoPlugin =
      mayUse(
          "org.filterscheduler.core..",
          API,
          SPI,
          JDK,
          JSPECIFY,
          "jdk.jfr..",
          "com.google.common..",
          "com.typesafe.config..",
          "org.slf4j..");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("org.filterscheduler.(**)").should().beFreeOfCycles();

  private static ArchRule mayUse(String ownPackage, String... others) {
    return classes()
        .that()
        .resideInAPackage(ownPackage)
        .should()
        .onlyDependOnClassesThat(resideInAPackage(ownPackage).or(resideInAnyPackage(others)));
  }
}
