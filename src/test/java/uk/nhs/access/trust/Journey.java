package uk.nhs.access.trust;

/** What somebody does with an account of their own. It ends early where something does not arrive in time. */
interface Journey {

    void walk(Worker worker);
}
