package uk.nhs.access.question;

/** A question and the hash of its answer, before they are somebody's. */
public record HashedAnswer(Question question, String hash) {

    @Override
    public String toString() {
        return "HashedAnswer[hidden]";
    }
}
