package org.fiducial.web.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Version;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.records.FacilityRecords;

/** The versions of a thing of the registry, in words. */
record RegistryHistory(FacilityRecords records, Pages pages, RegistryEditor editor) {

    /** A field that was changed. */
    public record Change(String label, String from, String to) {}

    /**
     * A version, newest first.
     *
     * @param since when the thing itself was changed; empty for a correction
     * @param events addresses of the events it was
     */
    public record Row(
            int number,
            String when,
            String by,
            String since,
            List<Change> changes,
            String reason,
            List<String> events) {

        public Row {
            changes = List.copyOf(changes);
            events = List.copyOf(events);
        }
    }

    /** Who added it and when; texts may be empty. */
    public record Added(String when, String by) {}

    List<Row> of(UUID subject, Days days) {
        List<Row> rows = new ArrayList<>(records.instruments().registry().versions(subject).stream()
                .map(version -> row(version, days))
                .toList());
        Collections.reverse(rows);
        return rows;
    }

    Added added(UUID subject, Days days) {
        return records.instruments()
                .registry()
                .added(subject)
                .map(entered -> new Added(when(entered, days), entered.by()))
                .orElse(new Added("", ""));
    }

    private Row row(Version version, Days days) {
        return new Row(
                version.key().number(),
                when(version.entered(), days),
                version.entered().by(),
                version.since().map(at -> days.of(at).day()).orElse(""),
                version.changes().stream()
                        .map(each -> new Change(
                                editor.fields().label(each.field()),
                                editor.words(each.field(), each.from()),
                                editor.words(each.field(), each.to())))
                        .toList(),
                version.entered().reason(),
                events(version.id()));
    }

    List<String> events(UUID change) {
        return records.instruments().registry().events(change).stream()
                .map(id -> "/events/" + id)
                .toList();
    }

    static String when(Entered entered, Days days) {
        return days.of(entered.at()).day() + ", " + days.of(entered.at()).time();
    }
}
