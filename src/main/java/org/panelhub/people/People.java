package org.panelhub.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.panelhub.audit.Reads;
import org.panelhub.identity.Viewers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The people whom the viewer sees, through the referrals and cases that it sees. Showing them is put on record here. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, UUID> {

    private final EntityManager rows;
    private final Viewers viewers;
    private final Reads reads;

    People(EntityManager rows, Viewers viewers, Reads reads) {
        this.rows = rows;
        this.viewers = viewers;
        this.reads = reads;
    }

    /** The people of a referral, the person at risk first; read by the viewer from now on. */
    public List<PersonView> seenInReferral(UUID referralId) {
        return seen(ofReferral(referralId));
    }

    /** To be worked on, not shown. */
    public List<Person> ofReferral(UUID referralId) {
        return inOrder(list("referralId", referralId));
    }

    public Optional<SafeContact> contactOf(UUID personId) {
        return Optional.ofNullable(rows.find(SafeContact.class, personId));
    }

    /** Enters a person with a referral that the viewer sees. */
    public Person enter(UUID panelId, UUID referralId, Facts facts) {
        var person = new Person(viewers.current().partnershipId(), panelId, referralId, null, facts);
        persist(person);
        return person;
    }

    /** Enters or corrects the safe-contact facts of a person; {@code agencyId} gave them. */
    public void contact(Person person, UUID agencyId, Facts.Contact facts) {
        contactOf(person.id()).ifPresentOrElse(known -> known.correct(facts), () -> {
            // The person must stand in the table before what hangs from it.
            flush();
            rows.persist(new SafeContact(person, viewers.current().partnershipId(), agencyId, facts));
        });
    }

    /** Others of the same folded name, or with a date of birth in common, that the viewer sees already. At most 20. */
    @SuppressWarnings("unchecked")
    public List<Likeness> like(Person person) {
        var dates = person.facts().datesOfBirth();
        var found = (List<Object[]>) rows.createNativeQuery("""
                select p.given_names || ' ' || p.family_name, p.part, n.short_name, r.id, c.reference, p.search_name = :name, p.dates_of_birth && :dates,
                       coalesce(c.id, r.id), c.panel_id, r.panel_id, r.agency_id, c.id
                  from hub.person p join hub.panel n on n.id = p.panel_id
                  left join hub.referral r on r.id = p.referral_id left join hub.case_file c on c.id = p.case_id
                 where p.id <> :self and (cast(:referral as uuid) is null or p.referral_id is distinct from cast(:referral as uuid))
                   and (cast(:case as uuid) is null or p.case_id is distinct from cast(:case as uuid))
                   and p.part = :part and (p.search_name = :name or p.dates_of_birth && :dates)
                 order by p.search_name <> :name, p.id limit 20""")
                .setParameter("name", person.searchName()).setParameter("dates", dates.toArray(LocalDate[]::new)).setParameter("self", person.id())
                .setParameter("part", person.part().name())
                .setParameter("referral", person.referralId()).setParameter("case", person.caseId())
                .getResultList();
        var alike = new ArrayList<Likeness>();
        for (var row : found) {
            boolean name = (Boolean) row[5];
            boolean born = (Boolean) row[6];
            if (row[11] != null) {
                reads.seen("case_file", row[11], (UUID) row[11], (UUID) row[8], null);
            } else if (row[3] != null) {
                reads.seen("referral", row[3], null, (UUID) row[9], (UUID) row[10]);
            }
            alike.add(new Likeness((String) row[0], Part.valueOf((String) row[1]).label(), (String) row[2], (UUID) row[3], (String) row[4],
                    name && born ? "same name and date of birth" : name ? "same name" : "same date of birth"));
        }
        return alike;
    }

    private List<PersonView> seen(List<Person> people) {
        var contacts = rows.createQuery("select c from SafeContact c where c.personId in ?1", SafeContact.class).setParameter(1, people.stream().map(Person::id).toList())
                .getResultStream().collect(Collectors.toMap(SafeContact::personId, Function.identity()));
        var views = new ArrayList<PersonView>();
        for (var person : people) {
            reads.seen("person", person.id(), person.caseId(), person.panelId(), null);
            var contact = Optional.ofNullable(contacts.get(person.id()));
            contact.ifPresent(c -> reads.seen("safe_contact", person.id(), person.caseId(), person.panelId(), c.agencyId()));
            views.add(PersonView.of(person, contact.orElse(null)));
        }
        return views;
    }

    private static List<Person> inOrder(List<Person> people) {
        return people.stream().sorted(Comparator.comparing(Person::part).thenComparing(p -> p.facts().familyName()).thenComparing(Person::name).thenComparing(Person::id)).toList();
    }
}
