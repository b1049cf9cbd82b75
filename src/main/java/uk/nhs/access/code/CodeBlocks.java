package uk.nhs.access.code;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The counts of wrong guesses of all accounts and purposes. */
@ApplicationScoped
class CodeBlocks implements PanacheRepositoryBase<CodeBlock, CodeBlock.Of> {

    /** The count of an account and purpose, begun where there is none yet. */
    CodeBlock of(UUID account, CodePurpose purpose, Instant now) {
        return findByIdOptional(new CodeBlock.Of(account, purpose)).orElseGet(() -> {
            CodeBlock begun = new CodeBlock(account, purpose, now);
            persist(begun);
            return begun;
        });
    }
}
