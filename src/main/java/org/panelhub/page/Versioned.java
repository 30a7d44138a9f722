package org.panelhub.page;

/** Tagged by the version that the database counts. */
public interface Versioned extends Tagged {

    int version();

    @Override
    default String tag() {
        return Integer.toString(version());
    }
}
