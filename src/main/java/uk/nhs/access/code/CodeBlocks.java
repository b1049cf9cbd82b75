package uk.nhs.access.code;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The counts of wrong guesses of all accounts and purposes. */
@ApplicationScoped
class CodeBlocks implements PanacheRepositoryBase<CodeBlock, CodeBlock.Of> {

    Optional<CodeBlock> of(UUID account, CodePurpose purpose) {
        return findByIdOptional(new CodeBlock.Of(account, purpose));
    }

    /** The same, with the code that is open, in one round trip. */
    CodesSoFar withOpenCode(UUID account, CodePurpose purpose) {
        return getEntityManager()
                .createQuery("""
                        select block, code from Account account
                        left join CodeBlock block on block.of.accountId = account.id and block.of.purpose = :purpose
                        left join VerificationCode code
                            on code.accountId = account.id and code.purpose = :purpose and code.usedAt is null
                        where account.id = :account
                        """, CodesSoFar.class)
                .setParameter("account", account)
                .setParameter("purpose", purpose)
                .getSingleResult();
    }

    /** The same, with one code, whosever that is. */
    CodesSoFar withCode(UUID id, UUID account, CodePurpose purpose) {
        return getEntityManager()
                .createQuery("""
                        select block, code from VerificationCode code
                        left join CodeBlock block on block.of.accountId = :account and block.of.purpose = :purpose
                        where code.id = :id
                        """, CodesSoFar.class)
                .setParameter("id", id)
                .setParameter("account", account)
                .setParameter("purpose", purpose)
                .getSingleResult();
    }
}
