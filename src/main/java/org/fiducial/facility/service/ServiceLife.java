package org.fiducial.facility.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Version;

/**
 * When an instrument was in service.
 *
 * @param from its first moment in service; empty where nothing is known of it yet
 * @param out when it was out of service after that, oldest first
 */
public record ServiceLife(Optional<Instant> from, List<Pause> out) {

    /** A time out of service; without an end it goes on. */
    public record Pause(Instant from, Optional<Instant> until) {}

    public ServiceLife {
        out = List.copyOf(out);
    }

    /** In service since before anything was entered. */
    static ServiceLife always() {
        return new ServiceLife(Optional.of(Instant.MIN), List.of());
    }

    /**
     * By what is registered, else by what is known to have happened.
     *
     * @param fields what is registered today
     * @param versions all versions, oldest first: each may take it out of service or back
     * @param happened the first check or event, where there is one
     */
    public static ServiceLife of(Fields fields, List<Version> versions, Optional<Instant> happened, ZoneId zone) {
        Optional<Instant> registered = fields.day(Fields.COMMISSIONED)
                .map(day -> day.atStartOfDay(zone).toInstant());
        List<Pause> out = new ArrayList<>();
        Optional<LocalDate> since = Optional.empty();
        for (Version version : versions) {
            Optional<LocalDate> now = version.after().day(Fields.DECOMMISSIONED);
            if (since.isPresent() && now.isEmpty()) {
                Instant back = version.since().orElse(version.entered().at());
                add(out, start(since, zone), Optional.of(back));
            }
            since = now;
        }
        if (since.isPresent()) {
            add(out, start(since, zone), Optional.empty());
        }
        return new ServiceLife(registered.or(() -> happened), out);
    }

    private static Instant start(Optional<LocalDate> day, ZoneId zone) {
        return day.orElseThrow().atStartOfDay(zone).toInstant();
    }

    /** One that was taken back before it began is none. */
    private static void add(List<Pause> out, Instant from, Optional<Instant> until) {
        if (until.filter(end -> !end.isAfter(from)).isEmpty()) {
            out.add(new Pause(from, until));
        }
    }
}
