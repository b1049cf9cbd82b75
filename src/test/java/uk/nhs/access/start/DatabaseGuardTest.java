package uk.nhs.access.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseGuardTest {

    private static final String PROVEN = "jdbc:postgresql://db.example/access?sslmode=verify-full";

    private final ProductionEnvironment environment = new ProductionEnvironment();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example/access",
                "jdbc:postgresql://db.example:5432/access?sslmode=disable",
                "jdbc:postgresql://db.example:5432/access?sslmode=prefer",
                "jdbc:postgresql://db.example:5432/access?sslmode=require",
                "jdbc:postgresql://db.example:5432/access?sslmode=verify-ca",
                "jdbc:postgresql://db.example:5432/access?ssl=true&sslmode=",
                "jdbc:postgresql://db.example:5432/access?sslmode=verify-full&sslmode=disable",
                "jdbc:postgresql://db.example:5432/sslmode=verify-full",
                "jdbc:postgresql://localhost.example/access",
                "jdbc:postgresql://localhost:5432,db.example:5432/access",
                "jdbc:postgresql://localhost/access?host=db.example",
                "jdbc:postgresql://localhost/access?PGHOST=db.example",
                "jdbc:postgresql://10.0.0.7/access",
                "jdbc:mysql://localhost/access"
            })
    void a_database_elsewhere_has_to_prove_who_it_is(String url) {
        environment.set("QUARKUS_DATASOURCE_JDBC_URL", url);
        assertThat(environment.faults("prod"))
                .singleElement()
                .asString()
                .startsWith("QUARKUS_DATASOURCE_JDBC_URL is without sslmode=verify-full, which production refuses: ");
        assertThat(environment.faults("dev")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "sslfactory=com.example.Anything",
                "sslhostnameverifier=com.example.Anybody"
            })
    void nothing_of_its_own_looks_at_what_a_database_proves(String beside) {
        environment.set("QUARKUS_DATASOURCE_JDBC_URL", PROVEN + "&" + beside);
        assertProofWanted();
    }

    @ParameterizedTest
    @CsvSource({"SSLFACTORY, org.postgresql.ssl.NonValidatingFactory", "SSLHOSTNAMEVERIFIER, com.example.Anybody"})
    void nor_does_it_where_the_driver_is_told_elsewhere(String property, String value) {
        environment.set("QUARKUS_DATASOURCE_JDBC_URL", PROVEN);
        environment.set("QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_" + property, value);
        assertProofWanted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example:5432/access?sslmode=verify-full&sslrootcert=/etc/ca.pem",
                "jdbc:postgresql://db.example,standby.example:5433/access?targetServerType=primary&sslmode=Verify-Full",
                "jdbc:postgresql://db.example/access?sslmode=disable&sslmode=verify-full",
                PROVEN + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
                "jdbc:postgresql://localhost/access?sslmode=require&sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "jdbc:postgresql://localhost/access",
                "jdbc:postgresql://127.0.0.1:5432/access?sslmode=disable",
                "jdbc:postgresql://127.0.0.1:5432,[::1]:5433,localhost/access",
                "jdbc:postgresql://[::1]/access",
                "jdbc:postgresql:///access",
                "jdbc:postgresql://:5433/access",
                "jdbc:postgresql:access",
                "jdbc:postgresql:"
            })
    void one_that_proves_it_or_is_on_this_machine_is_taken(String url) {
        environment.set("QUARKUS_DATASOURCE_JDBC_URL", url);
        assertThat(environment.faults("prod")).isEmpty();
    }

    private void assertProofWanted() {
        assertThat(environment.faults("prod"))
                .singleElement()
                .asString()
                .startsWith(
                        "QUARKUS_DATASOURCE_JDBC_URL is with an sslfactory or sslhostnameverifier of its own, which ");
    }
}
