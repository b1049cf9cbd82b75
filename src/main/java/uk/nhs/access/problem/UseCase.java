package uk.nhs.access.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the service does for somebody: each method is one transaction, and a {@link Problem} commits it.
 *
 * <p>So a wrong code counts although its answer is an error.
 */
@Stereotype
@ApplicationScoped
@Transactional(dontRollbackOn = Problem.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {}
