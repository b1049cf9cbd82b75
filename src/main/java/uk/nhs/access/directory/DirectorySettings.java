package uk.nhs.access.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Which organisations have adopted Same Sign On, and how their directories are reached. */
@ConfigMapping(prefix = "directory")
public interface DirectorySettings {

    /** The directories, each under the ODS code of its organisation. */
    Map<String, Target> targets();

    @WithDefault("2s")
    @DurationMin(millis = 1)
    @DurationMax(seconds = 30)
    Duration connectTimeout();

    /** From a question to its answer. */
    @WithDefault("10s")
    @DurationMin(millis = 1)
    @DurationMax(seconds = 60)
    Duration answerTimeout();

    /** How many connections a replica keeps to one directory at the most. */
    @WithDefault("4")
    @Min(1) @Max(50) int poolSize();

    /** How often a directory is asked what changed there. */
    @WithDefault("5m")
    @DurationMin(millis = 1)
    @DurationMax(hours = 24)
    Duration syncEvery();

    /** What kind of directory it is. */
    enum Kind {
        /** Microsoft's, or one that speaks as it does. */
        ACTIVE_DIRECTORY,
        /** Any other that keeps the attributes of draft-behera-ldap-password-policy. */
        LDAP
    }

    /** One directory. */
    interface Target {

        Kind kind();

        /** {@code ldaps://host:port}, or {@code ldap} on this machine. */
        URI url();

        /** The account that this service has there, which may set passwords and lift locks of people, and nothing else. */
        String bindDn();

        String bindPassword();

        /** Where people are found, at any depth. */
        String baseDn();

        /** The attribute that holds the e-mail address which the organisation's people have here. */
        @WithDefault("mail")
        String addressAttribute();

        /** The certificates that sign the directory's, as PEM; those that Java trusts where this is not set. */
        Optional<Path> trust();
    }
}
