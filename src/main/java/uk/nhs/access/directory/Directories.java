package uk.nhs.access.directory;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.nhs.access.account.OdsCode;

/** The directories of the organisations that have adopted Same Sign On. */
@Startup // one that is set up wrongly stops the start; one that is away does not
@Singleton
class Directories {

    private final List<LdapServer> servers = new ArrayList<>();
    private final Map<OdsCode, Directory> all;

    Directories(DirectorySettings settings) {
        all = settings.targets().entrySet().stream()
                .collect(toUnmodifiableMap(
                        target -> new OdsCode(target.getKey()),
                        target -> directory(target.getKey(), target.getValue(), settings)));
    }

    /** The directory of the organisation, if it has adopted Same Sign On. */
    Optional<Directory> of(OdsCode organisation) {
        return Optional.ofNullable(all.get(organisation));
    }

    /** Those that have adopted it. */
    Set<OdsCode> organisations() {
        return all.keySet();
    }

    @PreDestroy
    void close() {
        servers.forEach(LdapServer::close);
    }

    private Directory directory(String organisation, DirectorySettings.Target target, DirectorySettings settings) {
        try {
            LdapServer server = new LdapServer(target, settings);
            servers.add(server);
            return switch (target.kind()) {
                case ACTIVE_DIRECTORY -> new ActiveDirectory(server, target);
                case LDAP -> new PlainLdap(server, target);
            };
        } catch (IllegalStateException fault) {
            String setting = "DIRECTORY_TARGETS_" + organisation.toUpperCase(Locale.ROOT);
            throw new IllegalStateException(setting + " is set up wrongly: " + fault.getMessage(), fault);
        }
    }
}
