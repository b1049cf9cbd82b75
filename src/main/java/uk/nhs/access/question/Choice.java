package uk.nhs.access.question;

/** A question that somebody wants to be asked, and the answer to it. */
record Choice(Question question, TypedAnswer answer) {}
