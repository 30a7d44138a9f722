package org.panelhub.trigger.scheme;

import java.util.UUID;

import org.hibernate.annotations.DynamicUpdate;
import org.panelhub.page.Field;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** How the viewer's partnership takes applications for a case review. */
@Entity
@DynamicUpdate
@Table(schema = "hub", name = "trigger_scheme")
public class Scheme {

    @Id
    private UUID id;
    private UUID partnershipId;
    private UUID panelId;
    private String area;
    private String areaName;
    private boolean open;
    private String contactTeam;
    private String telephone;
    private String hours;
    private String email;
    private String address;
    @Column(name = "exit_to")
    private String exitTo;
    private String privacy;
    private String furtherBody;
    private String furtherContact;
    @Version
    private int version;

    protected Scheme() {
    }

    Scheme(UUID partnershipId) {
        this.id = UUID.randomUUID();
        this.partnershipId = partnershipId;
    }

    void say(SchemeForm form) {
        panelId = UUID.fromString(form.board());
        area = Field.clean(form.area());
        areaName = Field.clean(form.areaName());
        open = form.opens();
        contactTeam = Field.clean(form.team());
        telephone = Field.clean(form.telephone());
        hours = Field.clean(form.hours());
        email = Field.clean(form.email());
        address = Field.clean(form.address());
        exitTo = Field.clean(form.exitTo());
        privacy = Field.clean(form.privacy());
        furtherBody = Field.clean(form.furtherBody());
        furtherContact = Field.clean(form.furtherContact());
    }

    SchemeForm form() {
        return new SchemeForm(panelId.toString(), area, areaName, open ? "true" : "", contactTeam, telephone, hours, email, address, exitTo, privacy, furtherBody, furtherContact, version);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }
}
