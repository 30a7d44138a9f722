package org.panelhub.page;

import java.util.List;

import org.panelhub.access.Permission;
import org.panelhub.identity.Viewer;

/**
 * The main navigation, in the order in which it is shown. A room that gains a first page adds its line here, and only then: a link
 * always leads somewhere. A line without a permission is for everyone with an account.
 */
final class Navigation {

    private static final List<Entry> ENTRIES = List.of(
            entry("My work", "/"),
            entry("Cases", "/cases"),
            entry("Meetings", "/meetings"),
            entry("Protocols", "/protocols"),
            entry("Set up", "/set-up", Permission.SET_UP));

    private Navigation() {
    }

    record Entry(String text, String path, Permission permission) {

        boolean isFor(Viewer viewer) {
            return permission == null || permission.roles().stream().anyMatch(viewer::holds);
        }

        boolean isAt(String where) {
            return path.equals("/") ? where.equals("/") : where.equals(path) || where.startsWith(path + "/");
        }
    }

    /** A link as the layout shows it. */
    record Link(String text, String path, boolean current) {
    }

    static List<Link> of(Viewer viewer, String where) {
        return ENTRIES.stream().filter(e -> e.isFor(viewer)).map(e -> new Link(e.text, e.path, e.isAt(where))).toList();
    }

    private static Entry entry(String text, String path) {
        return new Entry(text, path, null);
    }

    private static Entry entry(String text, String path, Permission permission) {
        return new Entry(text, path, permission);
    }
}
