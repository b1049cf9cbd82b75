package uk.nhs.access;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import uk.nhs.access.crypto.SlowHashes;
import uk.nhs.access.password.PasswordDesk;
import uk.nhs.access.password.PasswordPolicy;
import uk.nhs.access.problem.UseCase;

/** The rooms of the service, and who may use whom. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "uk.nhs.access";

    /** From bottom to top. A room uses the rooms below it: never one above it. */
    private static final List<String> FLOORS = List.of(
            "language",
            "metric",
            "alarm",
            "trace",
            "time",
            "problem",
            "crypto",
            "account",
            "caller",
            "web",
            "idempotency",
            "channel",
            "limit",
            "history",
            "event",
            "notice",
            "receipt",
            "code",
            "password",
            "directory",
            "signin",
            "question",
            "verification",
            "recovery",
            "phonechange",
            "unlock",
            "passwordchange",
            "provisioning",
            "administration",
            "profile",
            "retention",
            "development",
            "start");

    /** Resources, and what stands in them: their requests. */
    private static final DescribedPredicate<JavaClass> RESOURCES = describe(
            "resources",
            type -> Stream.iterate(
                            Optional.of(type),
                            Optional::isPresent,
                            inner -> inner.flatMap(JavaClass::getEnclosingClass))
                    .anyMatch(outer -> outer.orElseThrow().getSimpleName().endsWith("Resource")));

    @ArchTest
    static void a_room_looks_down_and_never_up(JavaClasses all) {
        for (int floor = 0; floor < FLOORS.size() - 1; floor++) {
            noClasses()
                    .that()
                    .resideInAPackage(room(FLOORS.get(floor)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(rooms(FLOORS.subList(floor + 1, FLOORS.size())))
                    .allowEmptyShould(true)
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule every_class_lives_in_a_room =
            classes().should().resideInAnyPackage(rooms(FLOORS)).because("a room without a floor has no rules");

    @ArchTest
    static void each_room_says_what_it_is_for_and_where_null_may_be(JavaClasses all) throws ClassNotFoundException {
        Set<String> rooms = all.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        for (String room : rooms) {
            Class<?> described = Class.forName(room + ".package-info");
            assertThat(described.isAnnotationPresent(NullMarked.class)).as(room).isTrue();
        }
    }

    @ArchTest
    static final ArchRule there_are_no_layers_inside_a_room =
            noClasses().should().resideInAPackage(ROOT + ".*.*..");

    @ArchTest
    static final ArchRule only_web_idempotency_and_resources_speak_http = noClasses()
            .that(not(resideInAnyPackage(room("web"), room("idempotency"))).and(not(RESOURCES)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..");

    @ArchTest
    static final ArchRule passwords_are_judged_and_hashed_outside_transactions = noClasses()
            .that(annotatedWith(UseCase.class).or(assignableTo(PanacheRepositoryBase.class)))
            .and()
            .resideOutsideOfPackage(room("development"))
            .should()
            .dependOnClassesThat(assignableTo(PasswordPolicy.class)
                    .or(assignableTo(PasswordDesk.class))
                    .or(assignableTo(SlowHashes.class)));

    @ArchTest
    static final ArchRule directories_are_asked_outside_transactions = noClasses()
            .that(annotatedWith(UseCase.class).or(assignableTo(PanacheRepositoryBase.class)))
            .should()
            .dependOnClassesThat()
            .haveNameMatching(ROOT + "[.]directory[.](Directory|PasswordJudge)");

    @ArchTest
    static final ArchRule dependencies_come_by_constructor = noFields().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule names_say_what_a_class_is = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    private static String room(String name) {
        return ROOT + "." + name + "..";
    }

    private static String[] rooms(List<String> names) {
        return names.stream().map(ArchitectureTest::room).toArray(String[]::new);
    }
}
