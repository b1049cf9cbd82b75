package uk.nhs.access.packaged;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.nhs.access.notice.NotifyDouble;
import uk.nhs.access.notice.SmtpDouble;
import uk.nhs.access.support.PostgresForTests;
import uk.nhs.access.support.Production;
import uk.nhs.access.support.TestDatabase;

/** Replicas of the packaged service against one empty PostgreSQL, with a mail server and a text gateway to talk to. */
public final class Cluster implements AutoCloseable {

    final NotifyDouble texts = NotifyDouble.start();
    final SmtpDouble mails = SmtpDouble.start();
    final List<Replica> replicas = new ArrayList<>();
    private final String heap;
    private final Map<String, String> environment;

    private Cluster(String heap, Map<String, String> settings) {
        TestDatabase.empty();
        this.heap = heap;
        environment = production(texts, mails);
        environment.putAll(settings);
    }

    /** Starts {@code count} replicas that are ready to answer. */
    static Cluster start(int count, Map<String, String> settings) {
        return start(count, Replica.USUAL_HEAP, settings);
    }

    static Cluster start(int count, String heap, Map<String, String> settings) {
        Cluster cluster = new Cluster(heap, settings);
        cluster.launch(count);
        return cluster;
    }

    /** The environment that production needs, with the two doubles as gateways. */
    static Map<String, String> production(NotifyDouble texts, SmtpDouble mails) {
        return production(PostgresForTests.settings(), texts, mails);
    }

    /** The same with a database of one's own. */
    public static Map<String, String> production(Map<String, String> settings, NotifyDouble texts, SmtpDouble mails) {
        Map<String, String> environment =
                Production.environment(settings, texts.url(), texts.apiKey(), texts.templateId(), mails.port());
        environment.put("QUARKUS_MAILER_OWN_HOST_NAME", "localhost");
        environment.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "false");
        environment.put("LIMIT_IN_AN_HOUR_BY_ADDRESS", "1000000");
        return environment;
    }

    void launch(int count) {
        List<Replica> launched = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            launched.add(Replica.launch(heap, environment));
        }
        launched.forEach(Replica::awaitReady);
        replicas.addAll(launched);
    }

    /** A cluster of one replica of another version. */
    static Cluster startOf(Path jar) {
        Cluster cluster = new Cluster(Replica.USUAL_HEAP, Map.of());
        cluster.replicas.add(Replica.launch(jar, cluster.environment).awaitAnswers());
        return cluster;
    }

    /**
     * Replaces the replicas one by one by others that have these settings besides: a new one is ready before an old one is told
     * to end.
     */
    void roll(Map<String, String> settings) {
        environment.putAll(settings);
        for (Replica old : List.copyOf(replicas)) {
            launch(1);
            replicas.remove(old);
            old.close();
        }
    }

    /** One of the replicas, another one with each number. */
    Replica replica(int number) {
        return replicas.get(number % replicas.size());
    }

    /** The replica stops as by a power cut, and is forgotten. */
    void kill(Replica replica) {
        replica.kill();
        replicas.remove(replica);
    }

    @Override
    public void close() {
        replicas.forEach(Replica::close);
        texts.close();
        mails.close();
    }
}
