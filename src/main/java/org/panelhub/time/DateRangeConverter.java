package org.panelhub.time;

import java.time.LocalDate;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * A range of days as PostgreSQL writes it. The field of an entity says
 * {@code @ColumnTransformer(read = "during::text", write = "?::daterange")} beside it.
 */
@Converter(autoApply = true)
public class DateRangeConverter implements AttributeConverter<DateRange, String> {

    @Override
    public String convertToDatabaseColumn(DateRange range) {
        if (range == null) {
            return null;
        }
        return range.isEmpty() ? "empty" : "[" + range.from() + "," + (range.end() == null ? "" : range.end()) + ")";
    }

    @Override
    public DateRange convertToEntityAttribute(String text) {
        if (text == null) {
            return null;
        }
        if (text.equals("empty")) {
            return DateRange.EMPTY;
        }
        var ends = text.substring(1, text.length() - 1).split(",", -1);
        return new DateRange(LocalDate.parse(ends[0]), ends[1].isEmpty() ? null : LocalDate.parse(ends[1]));
    }
}
