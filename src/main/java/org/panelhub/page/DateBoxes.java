package org.panelhub.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.quarkus.qute.TemplateData;

/**
 * A date as typed into three boxes. Months may be a number or a name. {@link #parse} says in plain words what is missing or wrong
 * (GOV.UK Design System, date input).
 */
@TemplateData
public record DateBoxes(String day, String month, String year) {

    public static final DateBoxes EMPTY = new DateBoxes("", "", "");

    public DateBoxes {
        day = day == null ? "" : day.strip();
        month = month == null ? "" : month.strip();
        year = year == null ? "" : year.strip();
    }

    public static DateBoxes of(LocalDate date) {
        return date == null ? EMPTY
                : new DateBoxes(Integer.toString(date.getDayOfMonth()), Integer.toString(date.getMonthValue()), Integer.toString(date.getYear()));
    }

    public boolean isBlank() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /**
     * The date, or null with a message in {@code errors} when the boxes hold none; null without a message when all are empty and the
     * date is not required.
     *
     * @param label what the date is called in messages, such as "Date of birth"
     */
    public LocalDate parse(Errors errors, String field, String label, boolean required) {
        if (isBlank()) {
            errors.addIf(required, field, "Enter " + Words.lower(label));
            return null;
        }
        List<String> missing = new ArrayList<>();
        if (day.isEmpty()) {
            missing.add("a day");
        }
        if (month.isEmpty()) {
            missing.add("a month");
        }
        if (year.isEmpty()) {
            missing.add("a year");
        }
        if (!missing.isEmpty()) {
            errors.add(field, label + " must include " + Words.join(missing));
            return null;
        }
        if (!year.matches("\\d{4}")) {
            errors.add(field, label + ": the year must have four numbers");
            return null;
        }
        try {
            return LocalDate.of(Integer.parseInt(year), monthNumber(), Integer.parseInt(day));
        } catch (DateTimeException | NumberFormatException e) {
            errors.add(field, label + " must be a real date");
            return null;
        }
    }

    private int monthNumber() {
        for (Month each : Month.values()) {
            if (month.equalsIgnoreCase(each.getDisplayName(TextStyle.FULL, Locale.UK)) || month.equalsIgnoreCase(each.getDisplayName(TextStyle.SHORT, Locale.UK))
                    || month.equalsIgnoreCase(each.name().substring(0, 3))) {
                return each.getValue();
            }
        }
        return Integer.parseInt(month);
    }
}
