package org.panelhub.trigger.signoff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;
import org.panelhub.access.Forbidden;
import org.panelhub.access.NotFound;
import org.panelhub.access.Permission;
import org.panelhub.access.Permissions;
import org.panelhub.audit.Reads;
import org.panelhub.letters.LetterView;
import org.panelhub.trigger.Application;

import jakarta.enterprise.context.ApplicationScoped;

/** Who has to sign a resolution letter and who has. */
@ApplicationScoped
public class SignOffs {

    private final Session rows;
    private final Permissions permissions;
    private final Reads reads;

    SignOffs(Session rows, Permissions permissions, Reads reads) {
        this.rows = rows;
        this.permissions = permissions;
        this.reads = reads;
    }

    /**
     * The letter as it is to be signed.
     *
     * @param forward whether it was put forward
     * @param sent whether it has gone
     * @param hash of title and body, sent along with a signature: what was read is what is signed
     */
    public record Words(UUID id, String title, String body, Boolean forward, Boolean sent, String hash) {

        /** As the letter shows them: what is signed looks like what is sent. */
        public List<LetterView.Part> parts() {
            return LetterView.parts(body);
        }
    }

    /** @throws NotFound when there is no such resolution letter, or not for this viewer */
    Words words(Application application, UUID letter) {
        var found = rows.createNativeQuery("select id, title, body, put_forward_at is not null, sent_on is not null, md5(title || chr(10) || body) from hub.trigger_letter where id = ?1 and trigger_id = ?2 and kind = 'RESOLUTION'", Words.class)
                .setParameter(1, letter).setParameter(2, application.id()).uniqueResultOptional().orElseThrow(() -> new NotFound("letter", letter));
        reads.seen("trigger_letter", letter, application.caseId(), application.panelId(), null);
        return found;
    }

    /** The chair first, then the bodies by name; none before it is put forward. */
    public List<Signature> of(UUID letter) {
        return rows.createNativeQuery("select signatory_id, body, name, signed_at from access.letter_signatures(?1)", Signature.class).setParameter(1, letter).getResultList();
    }

    /** For whom the viewer may sign and has not: itself as chair, its body, or both. */
    public List<Signature> mine(UUID panelId, List<Signature> all) {
        var body = rows.createNativeQuery("select signatory_id from hub.agency where id = hub.agency()", UUID.class).uniqueResultOptional();
        return all.stream().filter(s -> s.signedAt() == null && (s.signatoryId() == null ? permissions.may(Permission.SIGN_OFF_LETTER_AS_CHAIR, panelId) : body.equals(Optional.of(s.signatoryId())) && permissions.may(Permission.SIGN_OFF_LETTER, panelId)))
                .toList();
    }

    /** @return how many were told */
    int putForward(Application application, UUID letter) {
        permissions.require(Permission.HANDLE_APPLICATION, application.panelId());
        rows.createNativeQuery("update hub.trigger_letter set put_forward_at = coalesce(put_forward_at, hub.now()) where id = ?1 and sent_on is null").setParameter(1, letter).executeUpdate();
        return rows.createNativeQuery("select access.tell_signers(?1)", Integer.class).setParameter(1, letter).getSingleResult();
    }

    /**
     * Signs these words, for all for whom the viewer may.
     *
     * @return false where the words have changed since they were read
     * @throws Forbidden where the viewer signs for nobody
     */
    boolean sign(Application application, UUID letter, String hash) {
        var words = words(application, letter);
        var mine = mine(application.panelId(), of(letter));
        if (mine.isEmpty()) {
            throw new Forbidden(Permission.SIGN_OFF_LETTER);
        }
        if (!words.hash.equals(hash) || words.sent) {
            return false;
        }
        for (var signature : mine) {
            rows.createNativeQuery("""
                    insert into hub.trigger_sign_off (partnership_id, id, trigger_id, panel_id, letter_id, signatory_id, words_hash, signed_by)
                    values (hub.partnership(), gen_random_uuid(), ?1, ?2, ?3, ?4, ?5, hub.viewer()) on conflict do nothing""").setParameter(1, application.id()).setParameter(2, application.panelId()).setParameter(3, letter)
                    .setParameter(4, signature.signatoryId(), UUID.class).setParameter(5, hash).executeUpdate();
        }
        return true;
    }
}
