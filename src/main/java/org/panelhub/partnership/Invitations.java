package org.panelhub.partnership;

import java.sql.SQLException;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.panelhub.identity.Viewers;
import org.panelhub.notify.Outbox;
import org.panelhub.page.Dates;
import org.panelhub.page.Errors;
import org.panelhub.page.Invalid;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** One-time invitations: mailed, good for 14 days, the newest only. A member is linked once, to issuer and subject. */
@ApplicationScoped
public class Invitations implements PanacheRepositoryBase<Invitation, UUID> {

    /** What became of an attempt to use one. */
    public enum Outcome {
        LINKED, USED, EXPIRED, UNKNOWN, ALREADY_LINKED
    }

    private final Viewers viewers;
    private final MemberSheets sheets;
    private final Members members;
    private final Outbox outbox;
    private final AgroalDataSource dataSource;
    private final String hubUrl;

    Invitations(Viewers viewers, MemberSheets sheets, Members members, Outbox outbox, AgroalDataSource dataSource, @ConfigProperty(name = "hub.url") String hubUrl) {
        this.viewers = viewers;
        this.sheets = sheets;
        this.members = members;
        this.outbox = outbox;
        this.dataSource = dataSource;
        this.hubUrl = hubUrl;
    }

    /**
     * Mails a fresh one; those before it can no longer be used.
     *
     * @throws Invalid when the account is closed or linked already
     */
    public void send(UUID memberId) {
        var sheet = sheets.byId(memberId);
        Invalid.unless(new Errors().addIf(!sheet.active(), "invitation", "This account is closed")
                .addIf(sheet.linked(), "invitation", "This account is linked already")
                .addIf(sheet.email() == null, "invitation", "Give the member an e-mail address first"));
        var now = viewers.current().now();
        list("memberId = ?1 and usedAt is null", memberId).forEach(earlier -> earlier.expire(now));
        var code = InvitationCode.fresh();
        var expires = now.plus(InvitationCode.HOLDS);
        persist(new Invitation(members.existing(memberId), code.hash(), now, expires));
        outbox.put(memberId, "invitation", "Your account on Panel Hub", """
                %s has made an account for you on Panel Hub.

                Open this link and sign in. It works once, until %s:

                %s

                If you did not expect this, leave the link alone and tell the partnership.
                """.formatted(viewers.current().partnership(), Dates.moment(expires), code.link(hubUrl)), null);
    }

    /**
     * Links whoever is signed in to the account that was invited. They have no account yet, so the database decides behind a door, which
     * takes the sign-in that entered this transaction.
     */
    public Outcome accept(String code) {
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement("select access.accept_invitation(?)")) {
            statement.setString(1, new InvitationCode(code).hash());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return Outcome.valueOf(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The invitation could not be taken", e);
        }
    }
}
