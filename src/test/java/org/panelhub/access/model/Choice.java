package org.panelhub.access.model;

import java.util.List;

import org.panelhub.access.model.World.Action;
import org.panelhub.access.model.World.Agency;
import org.panelhub.access.model.World.Body;
import org.panelhub.access.model.World.CaseFile;
import org.panelhub.access.model.World.Item;
import org.panelhub.access.model.World.Meeting;
import org.panelhub.access.model.World.Member;
import org.panelhub.access.model.World.Panel;
import org.panelhub.access.model.World.Partnership;
import org.panelhub.access.model.World.Protocol;

/** What three drawn numbers choose among, in Northmoor: nothing happens in Southgate, and nothing of it may ever be seen. */
final class Choice {

    private final World world;
    final int a;
    final int b;
    final int c;

    Choice(World world, int a, int b, int c) {
        this.world = world;
        this.a = a;
        this.b = b;
        this.c = c;
    }

    /** Null when there is nothing to choose. */
    <T> T a(List<T> among) {
        return nth(among, a);
    }

    <T> T b(List<T> among) {
        return nth(among, b);
    }

    <T> T c(List<T> among) {
        return nth(among, c);
    }

    boolean isA(int oneIn) {
        return a % oneIn == oneIn - 1;
    }

    boolean isB(int oneIn) {
        return b % oneIn == oneIn - 1;
    }

    boolean isC(int oneIn) {
        return c % oneIn == oneIn - 1;
    }

    Partnership north() {
        return world.members.getFirst().at();
    }

    boolean here(Partnership at) {
        return at == north();
    }

    List<Member> members() {
        return world.members.stream().filter(m -> here(m.at())).toList();
    }

    List<Body> bodies() {
        return world.bodies.stream().filter(b -> here(b.at())).toList();
    }

    List<Agency> agencies() {
        return world.agencies.stream().filter(x -> here(x.body().at())).toList();
    }

    List<Panel> panels() {
        return world.panels.stream().filter(p -> here(p.at())).toList();
    }

    /** On which applications for a case review are judged. */
    Panel board() {
        return world.applications.all.getFirst().board;
    }

    /** In a current seat of such a role, whether or not it stands. */
    List<Member> seated(Panel p, String... roles) {
        return world.seats.stream().filter(s -> s.panel() == p && s.days().hold(world.day) && List.of(roles).contains(s.role())).map(World.Seat::member).distinct().toList();
    }

    List<CaseFile> files() {
        return world.files.stream().filter(f -> here(f.panel().at())).toList();
    }

    List<Item> items() {
        return world.items.stream().filter(i -> here(i.file.panel().at())).toList();
    }

    List<Action> actions() {
        return world.actions.stream().filter(x -> here(x.panel.at())).toList();
    }

    List<Meeting> meetings() {
        return world.meetings.stream().filter(g -> here(g.panel.at())).toList();
    }

    List<Protocol> protocols() {
        return world.protocols.stream().filter(p -> p.panels().stream().allMatch(x -> here(x.at()))).toList();
    }

    private static <T> T nth(List<T> among, int number) {
        return among.isEmpty() ? null : among.get(number % among.size());
    }
}
