package uk.nhs.access.account;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** How a {@link ForeignNumber} is stored: as E.164. */
@Converter(autoApply = true)
class ForeignNumberColumn implements AttributeConverter<@Nullable ForeignNumber, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ForeignNumber number) {
        return number == null ? null : number.e164();
    }

    @Override
    public @Nullable ForeignNumber convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : new ForeignNumber(column);
    }
}
