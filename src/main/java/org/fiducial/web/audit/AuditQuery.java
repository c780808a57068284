package org.fiducial.web.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.audit.AuditBook;
import org.fiducial.facility.audit.AuditEntry;
import org.fiducial.facility.audit.AuditPart;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.people.Permission;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/**
 * What somebody asks of the chain of a facility. Who may not see accounts is told that something was done to one, but not by
 * whom and to which.
 *
 * @param facility whose chain it is; empty while there is no facility
 * @param kind a word of what was done; empty for all
 * @param person a name; empty for all
 * @param before only rows before this place
 * @param sees whether who asks sees accounts
 */
record AuditQuery(Optional<Facility> facility, String kind, String person, long before, boolean sees) {

    /** What is done to accounts. */
    private static final Set<String> OF_ACCOUNTS =
            Set.of("add-account", "add-token", "end-token", "erase-person", "wish-reminders");

    private static final List<String> KEPT = List.of("facility", "kind", "person");

    static AuditQuery of(Route.Request request, FacilityRecords records) {
        String before = request.query("before");
        List<Facility> all = records.facilities();
        return new AuditQuery(
                all.stream()
                        .filter(each -> each.id().toString().equals(request.query("facility")))
                        .findFirst()
                        .or(() -> all.stream().findFirst()),
                plain(request, "kind"),
                plain(request, "person"),
                before.matches("[1-9][0-9]{0,17}") ? Long.parseLong(before) : Long.MAX_VALUE,
                request.may(Permission.ACCOUNTS));
    }

    /** Not every database can be asked for a text with control characters; no word or name has one. */
    private static String plain(Route.Request request, String name) {
        return request.query(name).replaceAll("\\p{Cntrl}", "");
    }

    /** The address of the rows before a place, with the same wishes. */
    static String address(Route.Request request, String path, Map<String, String> more) {
        return ListOrder.asItComes(request, KEPT).at(path, more);
    }

    AuditPart read(AuditBook book, int most) {
        return facility.map(Facility::id).map(id -> read(book, id, most)).orElseGet(AuditPart::none);
    }

    /** How many rows are like those asked for, wherever they stand. */
    long count(AuditBook book) {
        return facility.map(Facility::id).map(id -> book.count(id, wish())).orElse(0L);
    }

    private AuditBook.Wish wish() {
        return new AuditBook.Wish(
                Optional.of(kind).filter(word -> !word.isEmpty()),
                Optional.of(person).filter(name -> !name.isEmpty()),
                sees || person.isEmpty() ? Set.of() : OF_ACCOUNTS);
    }

    private AuditPart read(AuditBook book, UUID id, int most) {
        AuditPart part = book.read(id, new AuditBook.Question(wish(), before, most));
        return sees
                ? part
                : new AuditPart(
                        part.entries().stream().map(AuditQuery::withoutAccount).toList(), part.further(), part.flaws());
    }

    private static AuditEntry withoutAccount(AuditEntry entry) {
        return OF_ACCOUNTS.contains(entry.kind())
                ? new AuditEntry(entry.sequence(), entry.at(), "", entry.kind(), Optional.empty(), entry.hash())
                : entry;
    }

    AuditQuery before(long place) {
        return new AuditQuery(facility, kind, person, place, sees);
    }
}
