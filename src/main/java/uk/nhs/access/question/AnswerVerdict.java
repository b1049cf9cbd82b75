package uk.nhs.access.question;

import java.util.List;

/**
 * What came of comparing all answers of a round.
 *
 * @param right whether every one of them was right; which ones were is not told
 * @param renewed hashes of the same answers as they would be made today; empty where nothing is to be renewed
 */
public record AnswerVerdict(boolean right, List<String> renewed) {

    @Override
    public String toString() {
        return "AnswerVerdict[hidden]";
    }
}
