package uk.nhs.access.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import uk.nhs.access.crypto.Rings;

/** Security questions as the database keeps them. Hashing takes a while: all that are made here share their hashes. */
final class QuestionRows {

    private static final List<String> HASHES = QuestionApi.ANSWERS.stream()
            .map(answer -> Rings.slowHashes().hash("security answer", answer.toLowerCase()))
            .toList();

    private QuestionRows() {}

    static void insert(Connection database, Person person) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("""
                insert into security_question (id, account_id, position, standard, own, hash, set_at)
                values (gen_random_uuid(), ?, ?, ?, ?, ?, db_now())
                """)) {
            for (int i = 0; i < HASHES.size(); i++) {
                insert.setObject(1, person.account());
                insert.setInt(2, i);
                insert.setString(3, QuestionApi.some().get(i).get("question"));
                insert.setString(4, QuestionApi.some().get(i).get("ownQuestion"));
                insert.setString(5, HASHES.get(i));
                insert.executeUpdate();
            }
        }
    }
}
