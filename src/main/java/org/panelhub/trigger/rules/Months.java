package org.panelhub.trigger.rules;

import java.time.LocalDate;
import java.time.YearMonth;

import org.panelhub.page.Words;
import org.panelhub.time.Recurrence;

/**
 * Periods of calendar months as the Act counts them: "within the period of one month beginning with" a day (2014 Act, section 104(11)). The day itself is the first of the period, and
 * the last is the day before the one that bears the same number, so many months later: of a month beginning with 10 March it is 9 April. Where the later month has no such day, the
 * period ends with that month: beginning with 31 January, on 28 February, in a leap year on the 29th. Both ends count (Hare v Gocher [1962] 2 QB 641 for the first day; the corresponding
 * date rule of Dodds v Walker [1981] 1 WLR 1027 for the last; "month" is a calendar month by the Interpretation Act 1978, Schedule 1). A period of which the last day is not worked
 * is not made longer.
 */
public final class Months {

    private Months() {
    }

    /**
     * The last day of a period.
     *
     * @param first the day with which it begins
     * @param months calendar months, one or more
     */
    public static LocalDate lastDay(LocalDate first, int months) {
        if (months < 1) {
            throw new IllegalArgumentException("A period has at least one month");
        }
        var month = YearMonth.from(first).plusMonths(months);
        return first.getDayOfMonth() > month.lengthOfMonth() ? month.atEndOfMonth() : month.atDay(first.getDayOfMonth()).minusDays(1);
    }

    /** Whether a day lies in the period, both ends counted. */
    static boolean within(LocalDate day, LocalDate first, int months) {
        return !day.isBefore(first) && !day.isAfter(lastDay(first, months));
    }

    /** "one month", "six months". */
    static String words(int months) {
        return number(months) + " " + Words.plural(months, "month", "months");
    }

    static String number(int n) {
        return n >= 1 && n <= Recurrence.NUMBERS.size() ? Recurrence.NUMBERS.get(n - 1) : Words.number(n);
    }
}
