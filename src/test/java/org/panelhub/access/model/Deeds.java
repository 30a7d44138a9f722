package org.panelhub.access.model;

/** What happens: each deed changes the world of the model, and writes down the statement that changes the rows of the hub alike. */
final class Deeds {

    final World world;
    final MemberDeeds members;
    final CaseDeeds cases;
    final ConflictDeeds conflicts;
    final InformationDeeds information;
    final MeetingDeeds meetings;
    final AgreedDeeds agreed;
    final ApplicationDeeds applications;
    final AppealDeeds appeals;
    private final Statements statements;

    Deeds(World world) {
        this.world = world;
        statements = new Statements(world);
        members = new MemberDeeds(world, statements);
        cases = new CaseDeeds(world, statements);
        conflicts = new ConflictDeeds(world, statements);
        information = new InformationDeeds(world, statements);
        meetings = new MeetingDeeds(world, statements);
        agreed = new AgreedDeeds(world, statements);
        applications = new ApplicationDeeds(world, statements, meetings, cases, conflicts);
        appeals = new AppealDeeds(world, statements);
    }

    /** The statements since the last time. */
    String sql() {
        return statements.taken();
    }

    void passes(int days) {
        world.day += days;
        world.hour = 0;
        tellTheTime();
    }

    void passHours(int hours) {
        world.hour += hours;
        tellTheTime();
    }

    private void tellTheTime() {
        statements.write("select set_config('model.hours', ?, true)", Integer.toString(world.day * 24 + world.hour));
    }
}
