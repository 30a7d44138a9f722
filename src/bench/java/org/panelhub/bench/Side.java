package org.panelhub.bench;

/** The two that are compared. */
enum Side {
    /** As production serves: bound by the rule, every read on record. */
    RULED("hub_app"),
    /** A role without row security, no record; its queries carry the selection themselves (plain.sql). */
    BARE("hub_bench");

    private final String role;

    Side(String role) {
        this.role = role;
    }

    String role() {
        return role;
    }
}
