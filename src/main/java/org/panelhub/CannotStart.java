package org.panelhub;

/** What keeps the hub, or a neighbour of the demo, from starting: one line for the operator that ends with the remedy. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String line) {
        super(line, null, false, false);
    }

    public CannotStart(String line, Throwable cause) {
        super(line, cause);
    }
}
