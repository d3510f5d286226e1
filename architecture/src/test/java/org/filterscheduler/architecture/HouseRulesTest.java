package org.filterscheduler.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of the house that a class file can show, over the published modules. */
@AnalyzeClasses(
    packages = "org.filterscheduler",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseRulesTest {
  @ArchTest static final ArchRule nobodyPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest static final ArchRule nobodyLogsByTheJdk = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest static final ArchRule nobodyThrowsAtLarge = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest
  static final ArchRule nobodyDeclaresToThrowException =
      noCodeUnits().should().declareThrowableOfType(Exception.class);

  @ArchTest
  static final ArchRule nobodyDeclaresToThrowThrowable =
      noCodeUnits().should().declareThrowableOfType(Throwable.class);

  /** Plug-ins and callers compose; they inherit no behaviour. */
  @ArchTest
  static final ArchRule concreteClassesAreFinal =
      classes()
          .that()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .areNotAnonymousClasses()
          .and()
          .doNotHaveModifier(ABSTRACT)
          .should()
          .haveModifier(FINAL);

  /** No third party's type in an exported signature: its next major version must not be ours. */
  @ArchTest
  static final ArchRule exportedSignaturesHoldOurTypesOnly =
      methods().that().arePublic().or().areProtected().should(nameOnlyOurTypesAndTheJdk());

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    List<String> unmarked =
        classes.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(aPackage -> !aPackage.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .sorted()
            .toList();
    assertThat(unmarked).as("packages without @NullMarked in their package-info").isEmpty();
  }

  private static ArchCondition<JavaMethod> nameOnlyOurTypesAndTheJdk() {
    return new ArchCondition<>("name only our types and the JDK's") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (!isExported(method.getOwner())) {
          return;
        }
        Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
            .map(JavaType::getAllInvolvedRawTypes)
            .flatMap(types -> types.stream().map(JavaClass::getBaseComponentType))
            .filter(type -> !isOurs(type))
            .map(type -> method.getFullName() + " names " + type.getName())
            .forEach(message -> events.add(SimpleConditionEvent.violated(method, message)));
      }
    };
  }

  private static boolean isExported(JavaClass owner) {
    boolean ownerIsPublic = owner.getModifiers().contains(PUBLIC);
    return ownerIsPublic && owner.getEnclosingClass().map(HouseRulesTest::isExported).orElse(true);
  }

  private static boolean isOurs(JavaClass type) {
    return type.isPrimitive()
        || Stream.of("java.", "org.filterscheduler.").anyMatch(type.getName()::startsWith);
  }
}
