package org.panelhub.trigger.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class SuppressionTest {

    @Test
    void largeNumbersAndNoughtsAreShown() {
        assertEquals("12 0 5 7", shown(12, 0, 5, 7));
        assertEquals("0 0 0 0", shown(0, 0, 0, 0));
    }

    @Test
    void aSmallNumberIsHiddenAndSoIsWhatWouldGiveItBack() {
        assertEquals("20 * * 9", shown(20, 1, 5, 9));
        assertEquals("* * * *", shown(20, 3, 6, 9), "two that make nine are no two from 1 to 4");
        assertEquals("20 * * 9", shown(20, 3, 0, 9));
        assertEquals("* * 9 *", shown(1, 0, 9, 2));
        assertEquals("* * * *", shown(1, 0, 0, 0), "the total would tell it");
        assertEquals("* * * *", shown(30, 4, 4, 4), "three that make twelve are fours");
    }

    /** Whoever knows the total and how numbers are hidden finds more than one possibility for each that is from 1 to 4: every table of two to five numbers up to a total is gone through. */
    @Test
    void noHiddenNumberCanBeWorkedOut() {
        for (var size : Map.of(2, 30, 3, 18, 4, 13, 5, 10).entrySet()) {
            var tables = new HashMap<String, List<List<Integer>>>();
            tables(size.getKey(), size.getValue(), new ArrayList<>()).forEach(t -> tables.computeIfAbsent(sum(t) + ": " + shown(t.stream().mapToInt(Integer::intValue).toArray()), s -> new ArrayList<>()).add(t));
            tables.forEach((published, possible) -> {
                for (int i = 0; i < size.getKey(); i++) {
                    int place = i;
                    var values = possible.stream().map(t -> t.get(place)).collect(Collectors.toSet());
                    boolean small = possible.getFirst().get(place) > 0 && possible.getFirst().get(place) < 5;
                    assertTrue(values.size() > 1 || !small, published + " can only be " + possible);
                }
            });
            assertTrue(tables.size() > 100, "there is something to go through");
        }
    }

    private static List<List<Integer>> tables(int size, int total, List<Integer> begun) {
        var all = new ArrayList<List<Integer>>();
        if (begun.size() == size) {
            all.add(List.copyOf(begun));
            return all;
        }
        for (int n = 0; n <= total - sum(begun); n++) {
            begun.add(n);
            all.addAll(tables(size, total, begun));
            begun.removeLast();
        }
        return all;
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    private static String shown(int... numbers) {
        return Suppression.of(java.util.Arrays.stream(numbers).boxed().toList()).stream().map((OptionalInt n) -> n.isEmpty() ? "*" : Integer.toString(n.getAsInt())).collect(Collectors.joining(" "));
    }
}
