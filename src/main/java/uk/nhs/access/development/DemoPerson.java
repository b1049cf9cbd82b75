package uk.nhs.access.development;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.access.account.Holder;
import uk.nhs.access.account.OdsCode;
import uk.nhs.access.language.Language;
import uk.nhs.access.question.Choice;
import uk.nhs.access.question.Question;
import uk.nhs.access.question.StandardQuestion;
import uk.nhs.access.question.TypedAnswer;

/** Somebody who does not exist. The numbers are of the range that Ofcom keeps for drama. */
enum DemoPerson {
    AMINA(
            "Amina Rahman",
            "X1A",
            "Has a mobile and two e-mail addresses",
            "+447700900456",
            "amina@example.nhs.uk",
            "amina.home@example.org"),
    BOB("Bob Okafor", "X1A", "Has a mobile and one e-mail address", "+447700900457", "bob@example.nhs.uk"),
    CARYS("Carys Pugh", "X2B", "Speaks Welsh, and has no mobile yet", null, "carys@example.nhs.uk"),
    DILYS("Dilys Morgan", "X2B", "Has an account that is disabled", "+447700900458", "dilys@example.nhs.uk"),
    ELIN("Elin Parry", "X2B", "Is locked out, and knows her security answers", "+447700900459", "elin@example.nhs.uk"),
    EOIN(
            "Eoin Byrne",
            "X1A",
            "Has an Irish number, so that the account is disabled",
            "+353850123456",
            "eoin@example.nhs.uk"),
    GWEN("Gwen Harding", "X1A", "Is a Local Administrator of X1A", "+447700900460", "gwen@example.nhs.uk"),
    HUW("Huw Prosser", "X2B", "Is a Local Administrator of X2B", "+447700900461", "huw@example.nhs.uk");

    private final Holder holder;
    private final String about;
    private final @Nullable String mobile;
    private final List<String> addresses;

    DemoPerson(String name, String organisation, String about, @Nullable String mobile, String... addresses) {
        this.holder = new Holder(name, new OdsCode(organisation));
        this.about = about;
        this.mobile = mobile;
        this.addresses = List.of(addresses);
    }

    /** The person of that name, if it is one. */
    static Optional<DemoPerson> named(String subject) {
        return Arrays.stream(values())
                .filter(person -> person.subject().equals(subject))
                .findFirst();
    }

    /** The name that tokens give this person. */
    String subject() {
        return name().toLowerCase(Locale.ROOT);
    }

    Holder holder() {
        return holder;
    }

    String about() {
        return about;
    }

    /** In E.164. */
    @Nullable String mobile() {
        return mobile;
    }

    List<String> addresses() {
        return addresses;
    }

    /** The password that everybody may know: this person does not exist. */
    String password() {
        return switch (this) {
            case AMINA -> "kettle orange bus lantern";
            case BOB -> "gravel otter minuet 6";
            case CARYS -> "tegell melyn drwm hosan";
            case DILYS -> "button parade salmon ink";
            case ELIN -> "pebble oboe lantern 9 moss";
            case EOIN -> "marble teapot canyon 11";
            case GWEN -> "velvet anchor pickle moon";
            case HUW -> "crwban sinsir mwg afal";
        };
    }

    Language language() {
        return this == CARYS ? Language.WELSH : Language.ENGLISH;
    }

    /** The answers that everybody may know, in the order of the questions; none where none are set. */
    List<Choice> answers() {
        return this == ELIN
                ? List.of(
                        choice(new Question(StandardQuestion.FIRST_CONCERT, null), "Super Furry Animals"),
                        choice(new Question(StandardQuestion.FIRST_DISH, null), "bara brith"),
                        choice(new Question(null, "What did grandad call his boat?"), "Seren y Môr"))
                : List.of();
    }

    private static Choice choice(Question question, String answer) {
        return new Choice(question, TypedAnswer.of(answer));
    }

    boolean lockedOut() {
        return this == ELIN;
    }

    boolean administrator() {
        return this == GWEN || this == HUW;
    }

    boolean disabled() {
        return this == DILYS;
    }
}
