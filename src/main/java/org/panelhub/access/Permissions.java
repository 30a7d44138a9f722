package org.panelhub.access;

import java.util.UUID;

import org.panelhub.identity.Viewers;

import jakarta.enterprise.context.RequestScoped;

/** Asks the matrix on behalf of the viewer of this request. */
@RequestScoped
public class Permissions {

    private final Viewers viewers;

    Permissions(Viewers viewers) {
        this.viewers = viewers;
    }

    /** On any panel, or by office. */
    public boolean may(Permission permission) {
        return permission.heldBy(viewers.current());
    }

    /** On this panel, or by office. */
    public boolean may(Permission permission, UUID panelId) {
        return permission.heldBy(viewers.current(), panelId);
    }

    /** On this case: by a seat on its panel, by a place on its team, or by office. */
    public boolean may(Permission permission, UUID panelId, UUID caseId) {
        return permission.heldBy(viewers.current(), panelId, caseId);
    }

    /** @throws Forbidden when no role of the viewer may */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new Forbidden(permission);
        }
    }

    /** @throws Forbidden when no role of the viewer may, on this panel */
    public void require(Permission permission, UUID panelId) {
        if (!may(permission, panelId)) {
            throw new Forbidden(permission);
        }
    }

    /** @throws Forbidden when no role of the viewer may, on this case */
    public void require(Permission permission, UUID panelId, UUID caseId) {
        if (!may(permission, panelId, caseId)) {
            throw new Forbidden(permission);
        }
    }

    /**
     * For what is the viewer's own agency's: by a current seat in one of the roles, also where its signatory has not signed or has
     * withdrawn. Whatever its signature, an agency corrects and withdraws what is its own.
     */
    public boolean mayForOwn(Permission permission, UUID panelId, UUID caseId) {
        return permission.heldForOwnBy(viewers.current(), panelId, caseId);
    }

    /** @throws Forbidden when no seat of the viewer lets it do this to what is its own agency's */
    public void requireForOwn(Permission permission, UUID panelId, UUID caseId) {
        if (!mayForOwn(permission, panelId, caseId)) {
            throw new Forbidden(permission);
        }
    }
}
