package uk.nhs.access.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.nhs.access.support.CodeStory;
import uk.nhs.access.support.LockedOut;
import uk.nhs.access.support.LostPhone;
import uk.nhs.access.support.PhoneChangeApi;
import uk.nhs.access.support.Story;

/**
 * Hibernate keeps how it understands a statement, and looks that up by the statement and what its columns become. Of a native
 * one whose answer is named as a class that is no entity it finds none again, and keeps another one each time (7.4).
 */
@QuarkusTest
class StatementPlansTest {

    @Inject
    SessionFactory sessions;

    @BeforeEach
    void count() {
        sessions.getStatistics().setStatisticsEnabled(true);
    }

    @AfterEach
    void count_no_more() {
        sessions.getStatistics().setStatisticsEnabled(false);
    }

    @Test
    void no_statement_is_understood_anew_each_time_it_is_run() {
        journeys();
        journeys();
        Statistics statistics = sessions.getStatistics();
        statistics.clear();

        journeys();

        assertThat(Stream.of(statistics.getQueries())
                        .filter(query -> statistics.getQueryStatistics(query).getPlanCacheMissCount() > 0))
                .isEmpty();
        assertThat(statistics.getQueryPlanCacheHitCount()).isPositive();
    }

    private static void journeys() {
        CodeStory signIn = CodeStory.signIn();
        signIn.entersWrong(signIn.code(), 1).enters(signIn.code());
        PhoneChangeApi.redeem(Story.ofSomebody().isHeld().cancelToken());
        LostPhone.ofSomebody().provesThePreviousNumber().asks().entersTheCode();
        LostPhone.ofSomebody().provesTheEmailedCode();
        LockedOut.ofSomebody().proves().keeps();
        LockedOut.ofSomebody().proves().resets();
    }
}
