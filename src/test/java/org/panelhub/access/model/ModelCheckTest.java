package org.panelhub.access.model;

import java.sql.SQLException;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever happens, PostgreSQL shows every member the rows that the sharing rule gives, no more and no fewer, and "why" says the same: random
 * histories, compared after each step with the rule told a second time in plain Java. A history that fails is cut down by {@link Check}, which
 * need not look after every step to do so.
 */
class ModelCheckTest {

    /** As many as the machine has processors in the smallest case. */
    private static final int AT_ONCE = 2;

    private static Players players;

    @BeforeContainer
    static void begin() throws SQLException {
        players = Players.begin("modelcheck", AT_ONCE);
    }

    @AfterContainer
    static void end() throws SQLException {
        System.out.println(players.figures());
        players.close();
    }

    @AfterProperty
    void allArePlayed() throws Exception {
        players.settle();
    }

    @Property(seed = "20270301", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theRuleAndPostgresAgreeAfterEveryStepOfTheSameHistoriesAsLastTime(@ForAll("histories") History history) throws Exception {
        players.play(history);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theRuleAndPostgresAgreeAfterEveryStepOfHistoriesNeverSeenBefore(@ForAll("histories") History history) throws Exception {
        players.play(history);
    }

    @Provide
    Arbitrary<History> histories() {
        return History.any(40);
    }
}
