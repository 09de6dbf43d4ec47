package org.linli.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** What may not happen anywhere in the house. */
final class Rules {

    private static final Pattern SQL_CLASS = Pattern.compile(".*(Rows|Queries)");

    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Impl|Manager|Helper|Util|Utils|Base|Common|DTO|Dto|VO|PO)");

    private static final Set<Class<?>> CLOCKED = Set.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            ZonedDateTime.class,
            OffsetDateTime.class);

    static final ArchRule SQL_STAYS_IN_ROWS_AND_QUERIES = noClasses()
            .that(are(
                    "not Rows or Queries",
                    type -> !SQL_CLASS.matcher(outermost(type).getSimpleName()).matches()))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(JdbcClient.class, JdbcOperations.class)
            .because("SQL stands next to its one caller, in a class that ends in Rows (writes) or Queries (reads)");

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe("now() without a Clock", Rules::readsTheSystemClock))
            .because("tests own the time: take a Clock");

    static final ArchRule ROWS_ARE_READ_WHOLE = noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .because("a stream of rows keeps its connection until it is closed: take list()");

    static final ArchRule NAMES_SAY_SOMETHING = classes()
            .should()
            .haveNameNotMatching(EMPTY_NAME.pattern())
            .because("a name says what a thing is in the domain");

    static final ArchRule CONTROLLERS_ARE_NOBODYS_CONCERN = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Controller.class)
            .should()
            .notBePublic()
            .because("HTTP is an edge; nobody in the house calls it");

    static final ArchRule DEPENDENCIES_COME_THROUGH_THE_CONSTRUCTOR = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .because("a class says in its constructor what it needs");

    static final ArchRule WHAT_HAS_NO_FUNCTION_IS_NOT_HELD = fields().should()
            .haveNameNotMatching(NotHeld.javaName())
            .because("ethnicity, religion, political status, recognition of faces, gait or plates and scores of"
                    + " residents are nothing this house has a use for");

    private Rules() {}

    private static DescribedPredicate<JavaClass> are(String words, java.util.function.Predicate<JavaClass> test) {
        return DescribedPredicate.describe("are " + words, test);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Rules::outermost).orElse(type);
    }

    private static boolean readsTheSystemClock(JavaMethodCall call) {
        var owner = call.getTargetOwner();
        var now = call.getName().equals("now")
                && CLOCKED.stream().anyMatch(type -> owner.isEquivalentTo(type))
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        var system = owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system");
        return (now || system) && !call.getOriginOwner().getFullName().equals("org.linli.LinliConfiguration");
    }
}
