package uk.nhs.access.directory;

import static java.util.stream.Collectors.toMap;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.metric.Backlog;
import uk.nhs.access.problem.UseCase;

/** What has piled up for the directories, in one look at all of them. */
@UseCase
class Backlogs {

    private final EntityManager entities;

    Backlogs(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Of each directory that anything waits for. What is done for an account that is new to its organisation is as old as the
     * time since the directory was to know the account. Read by the index of what is due.
     */
    @SuppressWarnings("unchecked")
    Map<OdsCode, Backlog> present() {
        List<Object[]> counted = entities.createNativeQuery("""
                        select count(*),
                            greatest(0, extract(epoch from (select db_now()) - min(coalesce(holds_from, asked_at)))),
                            0, organisation
                        from carried_change where state in ('QUEUED', 'WAITING_FOR_SYNC')
                        group by organisation
                        """).getResultList();
        return counted.stream().collect(toMap(row -> new OdsCode((String) row[3]), Backlog::from));
    }
}
