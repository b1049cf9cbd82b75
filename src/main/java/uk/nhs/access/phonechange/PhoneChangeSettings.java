package uk.nhs.access.phonechange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How a change of the mobile number goes on. */
@ConfigMapping(prefix = "phone-change")
public interface PhoneChangeSettings {

    /**
     * From the mail system's acceptance of the cancel link to the change; the link is good for as long. So long, too, no
     * password is sent to a number that somebody else set.
     */
    @WithDefault("24h")
    @DurationMin(seconds = 1)
    Duration hold();

    /** The page of the app that cancel links open; the token follows as its fragment. */
    URI cancelPage();

    /** How many of a person's own changes are listed. */
    @WithDefault("50")
    @Min(1) int listed();

    /** How many proved changes of one account that are cancelled within {@link #cancelledOftenWithin()} raise an alarm. */
    @WithDefault("3")
    @Min(1) int cancelledOften();

    @WithDefault("7d")
    @DurationMin(seconds = 1)
    Duration cancelledOftenWithin();

    /** How often what has fallen due is carried out. */
    @WithDefault("1s")
    @DurationMin(seconds = 1)
    Duration dueEvery();

    /** How many changes one round carries out at the most. */
    @WithDefault("500")
    @Min(1) int dueAtOnce();
}
