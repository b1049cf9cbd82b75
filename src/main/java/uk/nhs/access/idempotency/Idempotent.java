package uk.nhs.access.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that has one effect for each {@code Idempotency-Key}, however often the request is sent. */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** Whether the work takes its time between transactions of its own, which must hold up nobody. */
    @Nonbinding
    boolean slow() default false;
}
