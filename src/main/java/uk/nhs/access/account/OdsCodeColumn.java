package uk.nhs.access.account;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** How an {@link OdsCode} is stored: as its text. */
@Converter(autoApply = true)
class OdsCodeColumn implements AttributeConverter<@Nullable OdsCode, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable OdsCode code) {
        return code == null ? null : code.value();
    }

    @Override
    public @Nullable OdsCode convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : new OdsCode(column);
    }
}
