package uk.nhs.access.trust;

import java.util.ArrayList;
import java.util.List;

/** What somebody has to be told of each line of history, and whether it was written and not given up. */
final class Owed {

    /** Lines of history by their event, and by what of it decides who is told. */
    private static final String DONE = """
            done as (
                select account_id, event || case
                    when event in ('CodeIssued', 'CodeResent') then ' ' || (facts->>'purpose') || ' ' || (facts->>'channel')
                    when event = 'UnlockCompleted' then ' ' || (facts->>'choice') || ' ' || (facts->>'lockLifted')
                    else '' end event, count(*) times
                from history_entry group by 1, 2)
            """;

    /** How many notices of a kind, and how many for each address. */
    private static final String NOTICES = """
            with wanted (event, kind, each, addresses) as (values
                ('PhoneChangeAsked', 'PhoneChangeCodeText', 1, 0), ('PhoneChangeCodeResent', 'PhoneChangeCodeText', 1, 0),
                ('PhoneChangeConfirmed', 'PhoneChangeHeldMail', 0, 1), ('PhoneChangeConfirmed', 'PhoneChangeHeldText', 1, 0),
                ('PhoneChangeApplied', 'PhoneChangeAppliedMail', 0, 1), ('PhoneChangeApplied', 'PhoneChangeAppliedText', 2, 0),
                ('PhoneChangeCancelled', 'PhoneChangeCancelledMail', 0, 1),
                ('PhoneChangeCancelled', 'PhoneChangeCancelledText', 1, 0),
                ('CodeIssued SIGN_IN TEXT', 'SignInCodeText', 1, 0), ('CodeResent SIGN_IN TEXT', 'SignInCodeText', 1, 0),
                ('CodeIssued CONFIRM_ACTION EMAIL', 'ConfirmActionCodeMail', 1, 0),
                ('RecoveryCodeSent', 'RecoveryCodeMail', 1, 0),
                ('PasswordChanged', 'PasswordChangedMail', 0, 1), ('PasswordChanged', 'PasswordChangedText', 1, 0),
                ('PasswordChangedInDirectory', 'PasswordChangedMail', 0, 1),
                ('PasswordChangedInDirectory', 'PasswordChangedText', 1, 0),
                ('LockedInDirectory', 'LockedInDirectoryMail', 0, 1),
                ('AccountLocked', 'AccountLockedMail', 0, 1), ('AccountLocked', 'AccountLockedText', 1, 0),
                ('UnlockCompleted KEEP_PASSWORD true', 'AccountUnlockedMail', 0, 1),
                ('UnlockCompleted KEEP_PASSWORD true', 'AccountUnlockedText', 1, 0),
                ('UnlockCompleted RESET_PASSWORD true', 'TemporaryPasswordMail', 0, 1),
                ('UnlockCompleted RESET_PASSWORD true', 'TemporaryPasswordText', 1, 0),
                ('UnlockCompleted RESET_PASSWORD false', 'TemporaryPasswordMail', 0, 1),
                ('UnlockCompleted RESET_PASSWORD false', 'TemporaryPasswordText', 1, 0)),
            """ + DONE + """
            , due as (
                select d.account_id, w.kind, sum(d.times * (w.each + w.addresses * (
                    select count(*) from account_email e where e.account_id = d.account_id))) times
                from done d join wanted w on w.event = d.event group by 1, 2)
            select due.account_id, due.kind, due.times, count(m.id) from due
            left join message m on m.account_id = due.account_id and m.kind = due.kind
            group by 1, 2, 3
            """;

    /** What other services hear. */
    private static final String EVENTS = """
            with wanted (event, kind) as (values
                ('PhoneChangeAsked', 'PhoneChangeAsked'), ('PhoneChangeCancelled', 'PhoneChangeCancelled'),
                ('PhoneChangeSuperseded', 'PhoneChangeLapsed'), ('PhoneChangeExpired', 'PhoneChangeLapsed'),
                ('PhoneChangeApplied', 'PhoneNumberChanged'), ('RecoveryProved', 'RecoveryUsed'),
                ('PasswordChanged', 'PasswordChanged'), ('PasswordChangedInDirectory', 'PasswordChanged'),
                ('TemporaryPasswordSent', 'PasswordReset'),
                ('AccountLocked', 'AccountLocked'), ('LockedInDirectory', 'AccountLocked'),
                ('UnlockCompleted KEEP_PASSWORD true', 'AccountUnlocked'),
                ('UnlockCompleted RESET_PASSWORD true', 'AccountUnlocked'), ('UnlockedInDirectory', 'AccountUnlocked')),
            """ + DONE + """
            , due as (
                select d.account_id, w.kind, sum(d.times) times
                from done d join wanted w on w.event = d.event group by 1, 2),
            told as (select account_id, kind, count(*) times from announcement group by 1, 2)
            select account_id, kind || ' to other services', coalesce(due.times, 0), coalesce(told.times, 0)
            from due full join told using (account_id, kind)
            """;

    private final Evidence evidence;
    private final List<List<String>> rows = new ArrayList<>();

    Owed(Evidence evidence) {
        this.evidence = evidence;
        rows.addAll(evidence.database.rows(NOTICES));
        rows.addAll(evidence.database.rows(EVENTS));
    }

    long counted() {
        return rows.size();
    }

    List<String> breaches() {
        List<String> breaches = new ArrayList<>(rows.stream()
                .filter(row -> !row.get(2).equals(row.get(3)))
                .map(row -> "account %s: %s of %s is due, %s is there"
                        .formatted(row.get(0), row.get(2), row.get(1), row.get(3)))
                .toList());
        breaches.addAll(givenUp());
        return breaches;
    }

    /** Only a mailbox that is not there is a reason, and one each time. */
    private List<String> givenUp() {
        List<String> dead = evidence
                .database
                .rows("select 'message ' || id from message where state = 'DEAD' and channel = 'EMAIL'")
                .stream()
                .map(row -> row.get(0) + " was given up")
                .toList();
        List<String> breaches = new ArrayList<>(dead.size() > evidence.mailboxesGone ? dead : List.of());
        evidence.database
                .rows("select 'text ' || id from message where state = 'DEAD' and channel = 'TEXT'"
                        + " union all select 'event ' || id from announcement where state = 'DEAD'")
                .forEach(row -> breaches.add(row.get(0) + " was given up, which nobody refused for good"));
        return breaches;
    }
}
