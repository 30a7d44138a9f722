package org.panelhub.access;

/** The viewer sees the thing, but none of its roles may do this (403). */
public class Forbidden extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Permission permission;

    public Forbidden(Permission permission) {
        super("None of your roles may " + permission.words());
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }
}
