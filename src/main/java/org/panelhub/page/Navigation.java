package org.panelhub.page;

import java.util.List;
import java.util.stream.Stream;

import org.panelhub.access.Permission;
import org.panelhub.identity.Viewer;

/**
 * The main navigation, in the order in which it is shown. A room that gains a first page adds its line here, and only then: a link
 * always leads somewhere. A line without a permission is for everyone with an account.
 */
final class Navigation {

    private static final List<Entry> ENTRIES = List.of(
            entry("My work", "/", "/undertakings", "/own", "/reviews", "/emergencies", "/my-account", "/reminders", "/conflicts"),
            entry("Referrals", "/referrals"),
            entry("Cases", "/cases", "/requests", "/items", "/disclosures", "/onward", "/outside", "/plans", "/letters", "/looks"),
            new Entry("Case reviews", "/triggers", List.of(), Permission.HANDLE_APPLICATION),
            entry("Meetings", "/meetings", "/calendar"),
            entry("Actions", "/actions"),
            entry("Protocols", "/protocols"),
            new Entry("The record", "/audit", List.of(), Permission.SEE_RECORD),
            new Entry("Our information", "/our-information", List.of("/why"), Permission.OPEN_CONTROLLERS_INFORMATION),
            new Entry("Set up", "/set-up", List.of("/agencies", "/members", "/panels", "/designated-officers"), Permission.SET_UP));

    private Navigation() {
    }

    /** {@code within} are the other paths whose pages belong to the section. */
    record Entry(String text, String path, List<String> within, Permission permission) {

        boolean isFor(Viewer viewer) {
            return permission == null || permission.roles().stream().anyMatch(viewer::holds);
        }

        boolean isAt(String where) {
            return where.equals(path) || Stream.concat(Stream.of(path), within.stream()).filter(p -> !p.equals("/")).anyMatch(p -> where.equals(p) || where.startsWith(p + "/"));
        }
    }

    /** A link as the layout shows it. */
    record Link(String text, String path, boolean current) {
    }

    static List<Link> of(Viewer viewer, String where) {
        return ENTRIES.stream().filter(e -> e.isFor(viewer)).map(e -> new Link(e.text, e.path, e.isAt(where))).toList();
    }

    private static Entry entry(String text, String path, String... within) {
        return new Entry(text, path, List.of(within), null);
    }
}
