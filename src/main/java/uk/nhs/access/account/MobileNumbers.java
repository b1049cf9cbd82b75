package uk.nhs.access.account;

import static uk.nhs.access.problem.Cid.NOT_A_PHONE_NUMBER;
import static uk.nhs.access.problem.Cid.NOT_A_UK_MOBILE;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.nhs.access.problem.Problem;

/**
 * What counts as a UK mobile number: country code 44, a mobile, of Great Britain, Jersey, Guernsey or the Isle of Man.
 *
 * <p>The library reads letters, foreign digits and line breaks as numbers, so the characters are filtered before it.
 * Numbers of the Islands are not "valid for GB" to it: 07911 123456 is Guernsey's.
 */
@Singleton
public class MobileNumbers {

    private static final Pattern CHARACTERS = Pattern.compile("(?=.{7,20}\\z)[ (]*\\+?[0-9 ()-]+");
    private static final Pattern FICTIONAL = Pattern.compile("\\+447700900[0-9]{3}");
    private static final Set<String> REGIONS = Set.of("GB", "JE", "GG", "IM");
    private static final int UNITED_KINGDOM = 44;

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final AccountSettings settings;

    MobileNumbers(AccountSettings settings) {
        this.settings = settings;
    }

    /**
     * The UK mobile number that somebody typed.
     *
     * @throws Problem NOT_A_UK_MOBILE if it is none
     */
    public MobileNumber require(String typed) {
        return parse(typed).orElseThrow(() -> new Problem(NOT_A_UK_MOBILE));
    }

    /** The UK mobile number that somebody typed, or empty if it is none. */
    public Optional<MobileNumber> parse(String typed) {
        return read(typed).flatMap(this::ukMobile);
    }

    /**
     * Any phone number that somebody typed, of whatever country. One of the UK has to be a mobile.
     *
     * @throws Problem NOT_A_UK_MOBILE if it is another number of the UK, NOT_A_PHONE_NUMBER if it is none at all
     */
    public AnyNumber requireAny(String typed) {
        PhoneNumber number = read(typed).orElseThrow(() -> new Problem(NOT_A_PHONE_NUMBER));
        if (number.getCountryCode() == UNITED_KINGDOM) {
            return ukMobile(number).orElseThrow(() -> new Problem(NOT_A_UK_MOBILE));
        }
        String e164 = library.format(number, PhoneNumberFormat.E164);
        if (number.hasExtension()
                || !library.isValidNumber(number)
                || !AnyNumber.E164.matcher(e164).matches()) {
            throw new Problem(NOT_A_PHONE_NUMBER);
        }
        return new ForeignNumber(e164);
    }

    private Optional<PhoneNumber> read(String typed) {
        if (!CHARACTERS.matcher(typed).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(library.parse(typed, "GB"));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private Optional<MobileNumber> ukMobile(PhoneNumber number) {
        String e164 = library.format(number, PhoneNumberFormat.E164);
        return isUkMobile(number, e164) ? Optional.of(new MobileNumber(e164)) : Optional.empty();
    }

    private boolean isUkMobile(PhoneNumber number, String e164) {
        if (number.hasExtension() || number.getCountryCode() != UNITED_KINGDOM) {
            return false;
        }
        if (FICTIONAL.matcher(e164).matches()) {
            return settings.fictionalNumbers();
        }
        return library.getNumberType(number) == PhoneNumberType.MOBILE
                && REGIONS.contains(library.getRegionCodeForNumber(number));
    }
}
