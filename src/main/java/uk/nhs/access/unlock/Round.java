package uk.nhs.access.unlock;

import uk.nhs.access.crypto.SecretToken;
import uk.nhs.access.question.KeptAnswers;

/** One round of answers, counted and not judged yet. */
record Round(SecretToken token, KeptAnswers kept, UnlockLimits.Counted counted) {}
