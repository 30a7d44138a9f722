package org.panelhub.time;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What holds while its dates hold and is never rewritten, such as the arrangements of a panel: a new one ends the one that stood on its first day, and holds until one that was
 * planned already for later. Of one series at most one holds on a day.
 */
public interface Dated {

    DateRange during();

    void endOn(LocalDate day);

    /** Newest first; what never held is left out. */
    static <T extends Dated> List<T> held(List<T> series) {
        return series.stream().filter(d -> !d.during().isEmpty()).sorted(Comparator.comparing((T d) -> d.during().from()).reversed()).toList();
    }

    static <T extends Dated> Optional<T> on(List<T> series, LocalDate day) {
        return held(series).stream().filter(d -> d.during().contains(day)).findFirst();
    }

    /**
     * Makes room in the series for one that begins on that day: ends the one that stands then.
     *
     * @return when the new one holds
     */
    static DateRange makeRoom(List<? extends Dated> series, LocalDate from) {
        var held = held(series);
        held.stream().filter(d -> d.during().contains(from)).forEach(d -> d.endOn(from));
        return new DateRange(from, held.stream().filter(d -> !d.during().isEmpty() && d.during().from().isAfter(from)).map(d -> d.during().from()).min(Comparator.naturalOrder()).orElse(null));
    }
}
