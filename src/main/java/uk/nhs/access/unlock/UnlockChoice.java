package uk.nhs.access.unlock;

/** What is to become of the password (help page «Unlock your account»). */
enum UnlockChoice {
    KEEP_PASSWORD,
    RESET_PASSWORD
}
