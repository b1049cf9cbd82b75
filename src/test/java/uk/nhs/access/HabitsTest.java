package uk.nhs.access;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import uk.nhs.access.idempotency.Idempotent;
import uk.nhs.access.web.Streamed;

/** What is done in one room only, or nowhere: clocks, randomness, and what entities leave to others. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class HabitsTest {

    private static final String TIME = ArchitectureTest.ROOT + ".time..";
    private static final String START_OF_UNLOCK = ArchitectureTest.ROOT + ".unlock.UnlockResource.start("
            + ArchitectureTest.ROOT + ".unlock.UnlockResource$NewUnlock)";
    private static final String CRYPTO = ArchitectureTest.ROOT + ".crypto..";

    private static final DescribedPredicate<JavaClass> STORED = DescribedPredicate.describe(
            "stored", type -> type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Embeddable.class));

    @ArchTest
    static final ArchRule only_time_reads_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage(TIME)
            .should()
            .callMethodWhere(calls(Temporal.class, "now"))
            .orShould()
            .callMethodWhere(calls(System.class, "currentTimeMillis"))
            .orShould()
            .callMethodWhere(calls(Clock.class, "system.*|tick.*"))
            .orShould()
            .callMethodWhere(calls(Calendar.class, "getInstance"))
            .orShould()
            .callConstructor(Date.class);

    /** The gateway compares these instants with its own clock: the machine's true time is what it wants. */
    @ArchTest
    static final ArchRule only_the_key_of_the_gateway_and_development_date_tokens = noClasses()
            .that()
            .resideOutsideOfPackage(ArchitectureTest.ROOT + ".development..")
            .and()
            .doNotHaveFullyQualifiedName(ArchitectureTest.ROOT + ".notice.NotifyKey")
            .should()
            .callMethodWhere(calls(NumericDate.class, "now"))
            .orShould()
            .callMethodWhere(calls(
                    JwtClaims.class, "set(IssuedAtToNow|ExpirationTimeMinutesInTheFuture|NotBeforeMinutesInThePast)"));

    @ArchTest
    static final ArchRule only_crypto_makes_randomness_hashes_and_ciphers = noClasses()
            .that()
            .resideOutsideOfPackage(CRYPTO)
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.security\\.(SecureRandom|MessageDigest)|javax\\.crypto\\..*");

    @ArchTest
    static final ArchRule nobody_draws_from_a_generator_that_can_be_guessed = noClasses()
            .should()
            .callMethodWhere(calls(Math.class, "random"))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)");

    @ArchTest
    static final ArchRule entities_know_neither_rest_nor_json_nor_cdi = noClasses()
            .that(STORED)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..",
                    "com.fasterxml.jackson..",
                    "jakarta.json..",
                    "jakarta.inject..",
                    "jakarta.enterprise..",
                    "io.quarkus.arc..",
                    "io.quarkus.hibernate.orm.panache..");

    @ArchTest
    static final ArchRule entities_keep_their_fields_private =
            fields().that().areDeclaredInClassesThat(STORED).should().bePrivate();

    @ArchTest
    static final ArchRule entities_have_no_setters =
            noMethods().that().areDeclaredInClassesThat(STORED).should().haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule what_answers_http_is_public =
            methods().that().areMetaAnnotatedWith(HttpMethod.class).should().bePublic();

    /**
     * A look at a link, and a search whose words belong into no address of a request, neither send nor change anything. A
     * stream of accounts says how they are to be, and is too long for its answer to be kept. A delivery receipt changes
     * nothing the second time, and whoever sends it gives it no key. Whether a password is right is answered for this moment,
     * never again a day later; and a fingerprint of the request would be a fast hash of the password. The start of an unlock
     * is asked for with nothing secret, and its answer holds the secret of the unlock: starting again harms nobody.
     */
    @ArchTest
    static final ArchRule what_is_posted_may_be_sent_again = methods()
            .that()
            .areAnnotatedWith(POST.class)
            .and()
            .haveNameNotMatching("lookup|checkPassword")
            .and()
            .doNotHaveName("search")
            .and()
            .doNotHaveFullName(START_OF_UNLOCK)
            .and()
            .areNotAnnotatedWith(Streamed.class)
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(ArchitectureTest.ROOT + ".receipt..")
            .should()
            .beAnnotatedWith(Idempotent.class);

    private static DescribedPredicate<JavaCall<?>> calls(Class<?> type, String method) {
        return target(owner(assignableTo(type)))
                .and(target(nameMatching(method)))
                .as("%s.%s", type.getSimpleName(), method);
    }
}
