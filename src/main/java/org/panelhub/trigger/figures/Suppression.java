package org.panelhub.trigger.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Hides small numbers in a breakdown whose total is published, so that nobody finds out about a person behind them: neither from the number, nor by taking the others from the total, nor by knowing how it
 * is done. A number from 1 to 4 hides every number below 5, as a nought among them would tell the rest; one that would be hidden alone takes the next larger one with it; and where the sum of what is
 * hidden still leaves one possibility, nothing of the breakdown is shown. (Fewer than five, and secondary suppression, as the Government Statistical Service's guidance on tables has it; the test goes
 * through all small tables and looks for one in which a hidden number can be worked out.)
 */
final class Suppression {

    static final int SMALLEST_SHOWN = 5;

    private Suppression() {
    }

    /** The numbers in their order; empty where hidden. */
    static List<OptionalInt> of(List<Integer> numbers) {
        var hidden = new ArrayList<Integer>();
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) < SMALLEST_SHOWN) {
                hidden.add(i);
            }
        }
        if (hidden.stream().allMatch(i -> numbers.get(i) == 0)) {
            hidden.clear();
        } else if (hidden.size() == 1 && numbers.size() > 1) {
            hidden.add(smallestBeside(numbers, hidden.getFirst()));
        }
        int sum = hidden.stream().mapToInt(numbers::get).sum();
        boolean all = !hidden.isEmpty() && (sum <= 1 || sum >= (SMALLEST_SHOWN - 1) * hidden.size());
        var shown = new ArrayList<OptionalInt>();
        for (int i = 0; i < numbers.size(); i++) {
            shown.add(all || hidden.contains(i) ? OptionalInt.empty() : OptionalInt.of(numbers.get(i)));
        }
        return shown;
    }

    private static int smallestBeside(List<Integer> numbers, int other) {
        int smallest = -1;
        for (int i = 0; i < numbers.size(); i++) {
            if (i != other && (smallest < 0 || numbers.get(i) < numbers.get(smallest))) {
                smallest = i;
            }
        }
        return smallest;
    }
}
