package uk.nhs.access.trust;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import uk.nhs.access.notice.SentText;
import uk.nhs.access.support.ReceiptApi;

/** Says of each text what became of it: once, twice, in the wrong order. */
final class Receipts implements Runnable {

    private static final List<List<String>> ORDERS = List.of(
            List.of("delivered"),
            List.of("delivered", "delivered"),
            List.of("sending", "delivered"),
            List.of("delivered", "sending"),
            List.of("delivered", "temporary-failure"),
            List.of("permanent-failure", "sending"));
    private static final int TAKEN = 204;

    /** It may have been taken, or not: which word is the first one nobody knows. */
    private static final String UNHEARD = "unheard";

    private final Stage stage;
    private final Random random;
    private final Set<String> told = new HashSet<>();
    private final Map<String, String> firstFinal = new HashMap<>();
    private volatile boolean ended;

    Receipts(Stage stage, Random random) {
        this.stage = stage;
        this.random = random;
    }

    @Override
    public void run() {
        while (!ended) {
            stage.texts.texts().stream().filter(text -> told.add(text.id())).forEach(this::tell);
            Worker.pause(100);
        }
    }

    void end() {
        ended = true;
    }

    /** The first final word of each text, by GOV.UK Notify's name for it, where it is known to have been taken. */
    Map<String, String> firstFinal() {
        firstFinal.values().removeIf(UNHEARD::equals);
        return firstFinal;
    }

    private void tell(SentText text) {
        for (String status : ORDERS.get(random.nextInt(ORDERS.size()))) {
            URI door = stage.replicas.any(random).url().resolve("/v1/delivery-receipts");
            stage.texts.receiptsTo(door, ReceiptApi.TOKEN);
            List<Integer> answers = stage.texts.receipt(text, status);
            if (!status.equals("sending")) {
                boolean taken = answers.get(answers.size() - 1) == TAKEN;
                firstFinal.putIfAbsent(text.id(), taken ? status : UNHEARD);
            }
        }
    }
}
