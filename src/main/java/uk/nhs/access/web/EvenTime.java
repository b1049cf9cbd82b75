package uk.nhs.access.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that answers in even time: after one step of {@link WebSettings#evenTime}, or two, or more. What differs
 * by less, because there was a row to be read or none, cannot be told by the clock.
 */
@NameBinding
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EvenTime {}
