package org.panelhub.page;

/** What was asked does not fit how things stand now: done already, or changed by someone else in the meantime (409). */
public class Conflict extends Problem {

    private static final long serialVersionUID = 1L;

    public Conflict(String title, String detail) {
        super(409, title, detail);
    }
}
