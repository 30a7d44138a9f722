package org.panelhub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class SqlTextTest {

    @Test
    void textOfTheSourceMayBeJoined() {
        assertEquals(List.of(), SqlText.joined("em.createNativeQuery(HEAD + \" where id = ?1\", Head.class)"));
        assertEquals(List.of(), SqlText.joined("em.createNativeQuery(\"select 1\" + \" limit \" + Filter.PAGE)"));
        assertEquals(List.of(), SqlText.joined("var where = new StringBuilder(\" where\"); where.append(\" true\"); em.createQuery(HEAD + where)"));
    }

    @Test
    void aVariableMayNot() {
        assertEquals(List.of("\"\" + name"), SqlText.joined("em.createQuery(\"select \" + name)"));
        assertEquals(List.of("\"\" + name + \"\""), SqlText.joined("connection.prepareStatement(\"select '\" + name + \"'\")"));
        assertEquals(1, SqlText.joined("var where = new StringBuilder(\"x\"); where.append(name); em.createQuery(HEAD + where)").size());
        assertEquals(1, SqlText.joined("em.createQuery(\"select %s\".formatted(name))").size());
    }
}
