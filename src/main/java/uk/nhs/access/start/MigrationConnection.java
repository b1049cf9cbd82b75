package uk.nhs.access.start;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Has migrations run on connections like those of the service, but on none of its pool: there a socket is given up that says
 * nothing for 30 seconds, and an index on a table of millions of rows takes longer.
 */
@Singleton
class MigrationConnection implements FlywayConfigurationCustomizer {

    private static final String SOCKET_TIMEOUT = "socketTimeout";

    private final String user;
    private final String password;

    MigrationConnection(
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.user = user;
        this.password = password;
    }

    /** Whoever has set a user for migrations alone has no pool for them anyway. */
    @Override
    public void customize(FluentConfiguration migrations) {
        if (migrations.getDataSource() instanceof AgroalDataSource pool) {
            AgroalConnectionFactoryConfiguration pooled =
                    pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
            migrations.jdbcProperties(patient(pooled)).dataSource(pooled.jdbcUrl(), user, password);
        }
    }

    private static Map<String, String> patient(AgroalConnectionFactoryConfiguration pooled) {
        Map<String, String> properties = new HashMap<>();
        pooled.jdbcProperties().forEach((name, value) -> properties.put(name.toString(), value.toString()));
        properties.remove(SOCKET_TIMEOUT);
        return properties;
    }
}
