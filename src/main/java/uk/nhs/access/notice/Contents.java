package uk.nhs.access.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import uk.nhs.access.crypto.Sealed;
import uk.nhs.access.crypto.Sealer;

/** Seals what messages say, each to its own reference, and opens it again. */
@Singleton
class Contents {

    private final Sealer sealer;
    private final ObjectMapper json = new ObjectMapper();

    Contents(Sealer sealer) {
        this.sealer = sealer;
    }

    Sealed seal(UUID reference, Content content) {
        try {
            return sealer.seal(reference, json.writeValueAsString(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of texts is always JSON", impossible);
        }
    }

    Content open(UUID reference, Sealed sealed) {
        try {
            return json.readValue(sealer.open(reference, sealed), Content.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A sealed message is not as it was written", broken);
        }
    }
}
