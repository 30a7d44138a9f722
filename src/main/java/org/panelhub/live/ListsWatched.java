package org.panelhub.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hibernate.Session;

import jakarta.enterprise.context.ApplicationScoped;

/** A page of a list: which of the things that stand on it are still the viewer's to see. What is new is found when the list is opened. */
@ApplicationScoped
class ListsWatched implements Watched {

    static final String KIND = "lists";
    private static final int MOST = 200;

    private final Session rows;

    ListsWatched(Session rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The address of these things, of one kind. */
    static String key(String of, List<String> shown) {
        return Stream.concat(Stream.of(of), shown.stream().limit(MOST)).collect(Collectors.joining(","));
    }

    /** Their sum while all of them are there. */
    static String sum(List<String> shown) {
        return shown.stream().limit(MOST).distinct().sorted().collect(Collectors.joining(","));
    }

    @Override
    public Optional<Sight> see(String key) {
        var parts = List.of(key.split(","));
        var sql = switch (parts.getFirst()) {
            case "cases" -> "select c.reference from hub.case_file c where c.reference = any (:shown)";
            case "actions" -> "select a.id::text from hub.action a where a.id = any (cast(:shown as uuid[]))";
            case "referrals" -> "select r.id::text from hub.referral r where r.id = any (cast(:shown as uuid[]))";
            default -> null;
        };
        var shown = parts.stream().skip(1).limit(MOST).filter(id -> parts.getFirst().equals("cases") || Watched.id(id).isPresent()).toArray(String[]::new);
        return sql == null ? Optional.empty() : Optional.of(new Sight(sum(rows.createNativeQuery(sql, String.class).setParameter("shown", shown).getResultList()), Set.of()));
    }
}
