package uk.nhs.access.unlock;

import java.util.UUID;
import uk.nhs.access.support.AdministrationApi;
import uk.nhs.access.support.Person;
import uk.nhs.access.support.PersonBuilder;

/** A Local Administrator who sets the numbers of others. */
final class SetForOwner {

    private final String ods =
            "T" + UUID.randomUUID().toString().substring(0, 7).toUpperCase();

    /** Somebody of the organisation, with a number that was set just now. */
    Person withNewNumber(PersonBuilder someone) {
        return set(open(someone), Person.freshNumber());
    }

    Person open(PersonBuilder someone) {
        return someone.organisation(ods).open();
    }

    Person set(Person person, String number) {
        AdministrationApi.of(ods)
                .setNumber(person, number, "Has lost the phone")
                .then()
                .statusCode(200);
        return with(person, "+44" + number.substring(1));
    }

    static Person with(Person person, String e164) {
        return new Person(person.account(), person.subject(), person.name(), e164, person.addresses());
    }
}
