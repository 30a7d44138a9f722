package org.panelhub.demo;

/** placeholder body follows */
public final class Neighbours {

    private Neighbours() {
    }

    public static void start() {
    }
}
