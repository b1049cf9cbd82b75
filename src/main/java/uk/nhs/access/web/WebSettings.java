package uk.nhs.access.web;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** What holds for every request and answer. */
@StaticInitSafe // JSON is set up before anything else
@ConfigMapping(prefix = "web")
public interface WebSettings {

    /** The page that {@code help} links lead to; the CID is added as the parameter {@code error}. */
    @WithDefault("https://help.login.nhs.uk/contact")
    URI contactPage();

    /** The longest address of a request, with its query, in characters. */
    @WithDefault("4096")
    @Min(1) int maxAddress();

    /** How long all headers of a request may be together, in characters. */
    @WithDefault("20480")
    @Min(1) int maxHeaders();

    /** The largest body, in bytes. */
    @WithDefault("16384")
    @Min(1) int maxBodyBytes();

    /** How deeply JSON may be nested. */
    @WithDefault("20")
    @Min(1) int maxJsonDepth();

    /** The longest text in JSON, in characters. */
    @WithDefault("4096")
    @Min(1) int maxJsonText();

    /** The most requests of the API that one replica works on at the same time. One more is turned away. */
    @WithDefault("64")
    @Min(1) int mostAtOnce();

    /** What {@code Retry-After} says during an outage, and to whoever is turned away, in seconds. */
    @WithDefault("5")
    @Min(1) int retryAfterOutage();

    /** The steps in which answers leave that must not tell by their time what was found. */
    @WithDefault("50ms")
    @DurationMin(millis = 1)
    Duration evenTime();
}
