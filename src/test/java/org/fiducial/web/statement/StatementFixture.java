package org.fiducial.web.statement;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publication;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.Publicity.Standing;
import org.fiducial.facility.publication.Statement;
import org.fiducial.facility.publication.StatementPapers;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Loss;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.web.BeadCheck;
import org.fiducial.web.RecordingServer;
import org.junit.jupiter.api.AfterEach;

/** A server with one microscope that was checked before and after the days somebody imaged. */
abstract class StatementFixture {

    static final String PASSWORD = "copper lantern seven";

    final RecordingServer server;
    final Instrument lsm;
    final Configuration path;
    private int made;

    StatementFixture(Path folder) {
        server = new RecordingServer(folder.resolve("data"));
        server.accounting().begin(Accounting.holder("ada", "Ada"), PASSWORD);
        lsm = server.store().instruments().bySlug("lsm-1").orElseThrow();
        path = server.store().instruments().configurations(lsm.id()).get(0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    String published() {
        return "/published/" + InstrumentToken.of(lsm);
    }

    /** Asks for a statement, and gives where it is. */
    String make(String from, String to) throws Exception {
        return RecordingServer.location(
                server.post(published() + "/statements", Map.of("from", from, "to", to, "path", "63x-488")));
    }

    Statement statement(String address) {
        return server.store()
                .statements()
                .byToken(address.substring(address.lastIndexOf('/') + 1))
                .orElseThrow()
                .statement();
    }

    StatementPapers papers(String address) {
        return server.store().statements().papers(statement(address).id()).orElseThrow();
    }

    void say(Standing standing, Set<Field> fields) {
        server.store()
                .publicities()
                .add(new Publicity(
                        new UUID(5, made++),
                        Publication.subject(lsm),
                        new Publicity.Terms(standing, fields, "core@example.org"),
                        new Entry("Ada", RecordingServer.NOW, "as agreed")));
    }

    void publish() {
        say(Standing.PUBLISHED, EnumSet.allOf(Field.class));
    }

    void event(Event.Kind kind, String at) {
        server.store()
                .events()
                .add(new Event(
                        new UUID(8, made++),
                        lsm.id(),
                        kind,
                        Instant.parse(at),
                        new Event.Report("Ada saw smoke.", List.of(), Event.Effect.USABLE_WITH_CARE, Loss.none()),
                        new Event.Entry("Ada", Instant.parse(at), ZoneOffset.UTC)));
    }

    void review(UUID check, Review.Decision decision) {
        server.store()
                .reviews()
                .add(new Review(
                        new UUID(7, made++), check, decision, "Ada took the wrong slide", "Ada", RecordingServer.NOW));
    }

    UUID beads(String at, double fwhmUm) {
        return beads(path, at, fwhmUm, List.of());
    }

    /** A check of a light path that was made with some parameters. */
    UUID beads(Configuration path, String at, double fwhmUm, List<Parameter> parameters) {
        return new BeadCheck(at, List.of(BeadCheck.width("x", fwhmUm)), parameters, List.of())
                .in(server.store(), path, made++);
    }

    UUID beadsWithoutValue(String at, String reason) {
        return BeadCheck.without(at, reason).in(server.store(), path, made++);
    }
}
