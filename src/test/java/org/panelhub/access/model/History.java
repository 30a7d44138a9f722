package org.panelhub.access.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** What happened, one thing after another. It reads as sentences. */
record History(List<Step> steps) {

    /** One thing that happens; the numbers choose to whom. */
    record Step(Kind kind, int a, int b, int c) {

        String happen(Deeds deeds) {
            return kind.happen(deeds, new Choice(deeds.world, a, b, c));
        }
    }

    @SuppressWarnings("unchecked")
    static Arbitrary<History> any(int atMost) {
        var kinds = Arbitraries.frequency(Arrays.stream(Kind.values()).map(k -> Tuple.of(k.weight, k)).toArray(Tuple.Tuple2[]::new));
        var number = Arbitraries.integers().between(0, 29).withDistribution(RandomDistribution.uniform());
        return Combinators.combine((Arbitrary<Kind>) (Arbitrary<?>) kinds, number, number, number).as(Step::new).list().ofMinSize(1).ofMaxSize(atMost).withSizeDistribution(RandomDistribution.uniform()).map(History::new);
    }

    /** The sentences, without those steps that found nothing to do. */
    List<String> sentences() {
        var deeds = Beginning.of();
        var sentences = new ArrayList<String>();
        steps.stream().map(s -> s.happen(deeds)).filter(s -> !s.isEmpty()).forEach(s -> sentences.add(Character.toUpperCase(s.charAt(0)) + s.substring(1) + "."));
        return sentences;
    }

    @Override
    public String toString() {
        return String.join(" ", sentences());
    }
}
