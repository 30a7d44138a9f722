package org.panelhub.demo;

/** Something that keeps the demo from starting, said in one line that ends with what to do about it. */
public final class Trouble extends RuntimeException {

    Trouble(String line) {
        super(line);
    }

    Trouble(String line, Throwable cause) {
        super(line, cause);
    }
}
