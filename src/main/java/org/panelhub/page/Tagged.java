package org.panelhub.page;

/** What an API answer shows of one thing that people change: its answer carries {@link #tag} as {@code ETag}, and a change names it as {@code If-Match}. */
public interface Tagged {

    /** Another one after each change of the thing. Without quotation marks. */
    String tag();
}
