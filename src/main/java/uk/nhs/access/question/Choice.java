package uk.nhs.access.question;

/** A question that somebody wants to be asked, and the answer to it. */
public record Choice(Question question, TypedAnswer answer) {}
