package uk.nhs.access.account;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** How an {@link EmailAddress} is stored: as its text. */
@Converter(autoApply = true)
class EmailAddressColumn implements AttributeConverter<@Nullable EmailAddress, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable EmailAddress address) {
        return address == null ? null : address.value();
    }

    @Override
    public @Nullable EmailAddress convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : new EmailAddress(column);
    }
}
