package uk.nhs.access.account;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** How a {@link MobileNumber} is stored: as E.164. */
@Converter(autoApply = true)
class MobileNumberColumn implements AttributeConverter<@Nullable MobileNumber, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable MobileNumber number) {
        return number == null ? null : number.e164();
    }

    @Override
    public @Nullable MobileNumber convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : new MobileNumber(column);
    }
}
