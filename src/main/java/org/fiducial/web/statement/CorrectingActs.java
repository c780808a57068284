package org.fiducial.web.statement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fiducial.facility.audit.AuditBook;
import org.fiducial.facility.audit.AuditEntry;
import org.fiducial.facility.audit.AuditEntry.Thing;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.Move;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.instrument.RegistryChange;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.facility.kit.Recall;
import org.fiducial.facility.publication.Statement;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.web.records.FacilityRecords;

/**
 * When somebody did what a statement has been otherwise for since: the newest act of each kind after it was issued; empty where
 * there is none.
 *
 * @param records the record
 * @param statement the statement
 */
record CorrectingActs(FacilityRecords records, Statement statement) {

    /** What changes until when a check holds. */
    private static final Set<String> PLANNING = Set.of("add-plan", "count-check", "read-hours");

    private static final int MOST_ROWS = 200;

    /** When a check went to another light path. */
    Optional<Instant> movedAway(String check) {
        return id(check).flatMap(id -> records.moves().from(id)).map(Move::at);
    }

    /** When a check came from another light path. */
    Optional<Instant> movedHere(String check) {
        return since(id(check).flatMap(id -> records.moves().to(id)).map(Move::at));
    }

    /** When a check was entered. */
    Optional<Instant> entered(String check) {
        return since(records.check(check).map(each -> each.occasion().times().enteredAt()));
    }

    /** When a check was declared void, where that is the last word on it. */
    Optional<Instant> voided(String check) {
        return said(check, Review.Decision.VOID);
    }

    /** When the result of a check was rejected, where that is the last word on it. */
    Optional<Instant> rejected(String check) {
        return said(check, Review.Decision.REJECTED);
    }

    /** When a check was approved, where that is the last word on it. */
    Optional<Instant> approved(String check) {
        return said(check, Review.Decision.APPROVED);
    }

    /** When a check that had been declared void was approved. */
    Optional<Instant> countedAgain(String check) {
        return words(check).stream().anyMatch(each -> each.decision() == Review.Decision.VOID)
                ? approved(check)
                : Optional.empty();
    }

    private List<Review> words(String check) {
        return id(check).map(records.reviews()::of).orElse(List.of());
    }

    private Optional<Instant> said(String check, Review.Decision decision) {
        return since(words(check).stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.decision() == decision)
                .map(Review::at));
    }

    /** When a recall was entered. */
    Optional<Instant> recalled(String recall) {
        return recall(recall).map(each -> each.entry().at());
    }

    /** When a recall was withdrawn. */
    Optional<Instant> recallWithdrawn(String recall) {
        return recall(recall)
                .flatMap(Recall::withdrawal)
                .map(withdrawal -> withdrawal.entry().at());
    }

    private Optional<Recall> recall(String id) {
        return records.kit().recalls().stream()
                .filter(each -> each.id().toString().equals(id))
                .findFirst();
    }

    /** When the limits for a check were set that are called so; where they are those of the protocol, others before. */
    Optional<Instant> limits(String check, String name) {
        List<LimitVersion> versions = records.check(check)
                .map(each -> records.limits()
                        .versions(
                                each.configurationId(),
                                each.result().provenance().protocol().id()))
                .orElse(List.of());
        return newest(Stream.of(versions.stream().filter(each -> name.startsWith(each.name())), versions.stream())
                .map(some -> some.map(each -> each.entry().at()).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream));
    }

    /** When an event was entered. */
    Optional<Instant> reported(JsonNode event) {
        return event(event).map(logged -> logged.event().entry().at());
    }

    /** When what became of an event was entered last. */
    Optional<Instant> followed(JsonNode event) {
        return newest(event(event).stream()
                .flatMap(logged -> logged.followUps().stream())
                .map(each -> each.entry().at()));
    }

    /** What kind of event it is. */
    Optional<Event.Kind> kind(JsonNode event) {
        return event(event).map(logged -> logged.event().kind());
    }

    private Optional<LoggedEvent> event(JsonNode event) {
        return id(event.path("id").asText("")).flatMap(records.events()::byId);
    }

    /** When a certificate of a meter of a check was entered. */
    Optional<Instant> certified(JsonNode check) {
        return newest(records.check(check.path("id").asText("")).stream()
                .flatMap(each -> each.result().provenance().parameters().stream())
                .map(Parameter::value)
                .flatMap(slug -> records.kit().meter(slug.toString()).stream())
                .flatMap(meter -> records.kit().certificates(meter.id()).stream())
                .map(MeterCertificate::enteredAt));
    }

    /** When something was entered of a light path, or of a part it had or has. */
    Optional<Instant> registered(JsonNode was, JsonNode is) {
        Stream<UUID> parts = Stream.of(was, is)
                .flatMap(path -> StreamSupport.stream(path.path("parts").spliterator(), false))
                .flatMap(part -> FacilityRecords.uuid(part.path("id").asText("")).stream());
        return newest(Stream.concat(Stream.of(statement.subject().configurationId()), parts)
                .distinct()
                .flatMap(id -> Stream.concat(versions(id), records.instruments().registry().moves(id).stream()))
                .map(change -> change.entered().at()));
    }

    /** When something was entered of the instrument itself. */
    Optional<Instant> instrument() {
        return newest(versions(statement.subject().instrumentId())
                .map(change -> change.entered().at()));
    }

    private Stream<RegistryChange> versions(UUID subject) {
        return records.instruments().registry().versions(subject).stream().map(Function.identity());
    }

    /** When software of the instrument was entered. */
    Optional<Instant> installed() {
        return newest(records
                .instruments()
                .registry()
                .installations(statement.subject().instrumentId())
                .stream()
                .map(each -> each.entered().at()));
    }

    /** When a plan of the instrument, what counts for it, or its hours of use were entered. */
    Optional<Instant> planned() {
        return PLANNING.stream()
                .sorted()
                .flatMap(kind -> records
                        .audit()
                        .read(
                                statement.subject().facilityId(),
                                new AuditBook.Question(
                                        new AuditBook.Wish(Optional.of(kind), Optional.empty(), Set.of()),
                                        Long.MAX_VALUE,
                                        MOST_ROWS))
                        .entries()
                        .stream())
                .filter(row -> !row.at().isBefore(statement.entry().at()))
                .filter(row -> row.thing().filter(this::isOfInstrument).isPresent())
                .map(AuditEntry::at)
                .max(Comparator.naturalOrder());
    }

    private boolean isOfInstrument(Thing thing) {
        UUID instrument = statement.subject().instrumentId();
        return switch (thing.kind()) {
            case PLAN ->
                id(thing.id()).stream()
                        .flatMap(id -> records.schedule().versions(id).stream())
                        .anyMatch(plan -> plan.subject().instrumentId().equals(instrument));
            case CHECK ->
                records.check(thing.id())
                        .map(Check::configurationId)
                        .flatMap(records.instruments()::configuration)
                        .filter(path -> path.instrumentId().equals(instrument))
                        .isPresent();
            default -> thing.id().equals(instrument.toString());
        };
    }

    private Optional<Instant> newest(Stream<Instant> all) {
        return since(all.max(Comparator.naturalOrder()));
    }

    /** What was done before it was issued corrects nothing. */
    private Optional<Instant> since(Optional<Instant> at) {
        return at.filter(known -> !known.isBefore(statement.entry().at()));
    }

    private static Optional<UUID> id(String text) {
        return FacilityRecords.uuid(text);
    }
}
