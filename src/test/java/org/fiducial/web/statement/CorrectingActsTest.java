package org.fiducial.web.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.audit.AuditBook;
import org.fiducial.facility.audit.AuditEntry;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.publication.StatementPapers;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.web.RecordingServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every act that can make a statement otherwise than it was issued: its page says what, when and by which act, and what was issued
 * stays byte for byte.
 */
class CorrectingActsTest extends StatementFixture {

    private static final String DAY = "2026-10-20";
    private static final String ON = "on 22 November 2026";
    private static final String BEFORE = "Point spread function from beads of 5 October 2026";

    /** Acts that make no statement otherwise, and why. */
    private static final Map<String, String> BESIDES = Map.ofEntries(
            Map.entry("add-facility", "A new facility has no instrument yet."),
            Map.entry("add-instrument", "A new instrument has no statement yet."),
            Map.entry("add-configuration", "A new light path has no check yet; its checks are entered by themselves."),
            Map.entry(
                    "add-meter",
                    "Only what is known can be named by a check, and a later certificate is added by itself."),
            Map.entry("add-artefact", "Only what is known can be named by a check."),
            Map.entry("confirm-columns", "Says how files are read that come later."),
            Map.entry("add-baseline", "Judges nothing before limits rest on it, and those are set by themselves."),
            Map.entry("set-review-policy", "Says who may review, and reviews nothing."),
            Map.entry(
                    "add-protocol",
                    "A later version speaks for no earlier check, and what nobody did was never claimed."),
            Map.entry("add-account", "A statement names nobody."),
            Map.entry("add-token", "A statement names nobody."),
            Map.entry("end-token", "A statement names nobody."),
            Map.entry("erase-person", "A statement names nobody."),
            Map.entry("claim-reminder", "A letter says what the record says."),
            Map.entry("note-reminder", "A letter says what the record says."),
            Map.entry("wish-reminders", "A letter says what the record says."),
            Map.entry("attach-file", "A statement holds no attachment."),
            Map.entry("detach-file", "A statement holds no attachment."),
            Map.entry("set-publicity", "What was issued stays public, and is compared with what was public then."),
            Map.entry("issue-statement", "A newer statement is told of by the standing of this one."),
            Map.entry("withdraw-statement", "A withdrawal is told of by the standing of this one."));

    CorrectingActsTest(@TempDir Path folder) {
        super(folder);
    }

    /**
     * An act that corrects.
     *
     * @param action the word it has in the audit
     * @param day the day the statement is of
     * @param before what was in the record when it was issued
     * @param act what was done then
     * @param said what the page says of it
     */
    record Act(
            String action,
            String name,
            String day,
            Consumer<StatementActs> before,
            Consumer<StatementActs> act,
            List<String> said) {

        @Override
        public String toString() {
            return action + ": " + name;
        }
    }

    private static Act act(String action, String name, Consumer<StatementActs> act, String... said) {
        return new Act(action, name, DAY, unused -> {}, act, List.of(said));
    }

    private static Act after(
            Consumer<StatementActs> before, String action, String name, Consumer<StatementActs> act, String... said) {
        return new Act(action, name, DAY, before, act, List.of(said));
    }

    private static Act today(String action, String name, Consumer<StatementActs> act, String... said) {
        return new Act(action, name, "2026-11-22", unused -> {}, act, List.of(said));
    }

    static Stream<Act> acts() {
        return Stream.of(checks(), limits(), events(), kit(), hardware(), plans())
                .flatMap(each -> each);
    }

    private static Stream<Act> checks() {
        return Stream.of(
                act(
                        "add-check",
                        "one nearer to the day",
                        acts -> acts.beads("2026-10-18T08:00:00Z", 0.5),
                        "beads of 18 October 2026 counts, which did not when it was issued: it was entered " + ON,
                        "When it was issued: within limits."),
                act(
                        "review-check",
                        "void",
                        acts -> acts.review(Review.Decision.VOID),
                        BEFORE + " counts no longer: it was declared void " + ON),
                act(
                        "review-check",
                        "rejected",
                        acts -> acts.review(Review.Decision.REJECTED),
                        BEFORE + " counted as",
                        "its result was rejected " + ON),
                after(
                        acts -> acts.review(Review.Decision.REJECTED),
                        "review-check",
                        "approved after all",
                        acts -> acts.review(Review.Decision.APPROVED),
                        "its result was approved " + ON),
                after(
                        acts -> acts.review(Review.Decision.VOID),
                        "review-check",
                        "counted again",
                        acts -> acts.review(Review.Decision.APPROVED),
                        BEFORE
                                + " counts, which did not when it was issued: it was declared void before and was approved again "
                                + ON),
                act(
                        "move-check",
                        "to another instrument",
                        StatementActs::moveAway,
                        BEFORE + " counts no longer: it was put under the light path it was made in " + ON),
                after(
                        StatementActs::checkElsewhere,
                        "move-check",
                        "from another instrument",
                        StatementActs::moveHere,
                        "beads of 19 October 2026 counts, which did not when it was issued: it was put under this light path "
                                + ON));
    }

    private static Stream<Act> limits() {
        return Stream.of(act(
                "set-limits",
                "from an earlier day on",
                acts -> acts.limits("2026-10-01"),
                "For the day of the check " + BEFORE + " other limits were set " + ON
                        + ": limits 1 for this light path, in force from 2026-10-01"));
    }

    private static Stream<Act> events() {
        return Stream.of(
                act(
                        "add-event",
                        "with an earlier date",
                        acts -> acts.event(Event.Kind.FAULT, "2026-10-19T08:00:00Z", RecordingServer.NOW),
                        "Entered " + ON + ": fault on 19 October 2026"),
                after(
                        acts -> acts.event(Event.Kind.FAULT, "2026-10-19T08:00:00Z", RecordingServer.NOW),
                        "follow-up",
                        "entered by mistake",
                        acts -> acts.followUp(FollowUp.Step.WITHDRAWN, "2026-10-19T09:00:00Z"),
                        "The event “fault” on 19 October 2026 had been entered by mistake and was withdrawn " + ON),
                after(
                        acts -> acts.event(Event.Kind.FAULT, "2026-10-19T08:00:00Z", RecordingServer.NOW),
                        "follow-up",
                        "over since an earlier day",
                        acts -> acts.followUp(FollowUp.Step.RESOLVED, "2026-10-19T18:00:00Z"),
                        "The end of the event “fault” on 19 October 2026 was entered otherwise " + ON),
                after(
                        acts -> acts.event(Event.Kind.REALIGNMENT, "2026-10-19T08:00:00Z", RecordingServer.NOW),
                        "return-to-service",
                        "on an earlier day",
                        acts -> acts.returned("2026-10-20T08:00:00Z"),
                        "The end of the event “realignment” on 19 October 2026 was entered otherwise " + ON));
    }

    private static Stream<Act> kit() {
        return Stream.of(
                act(
                        "add-recall",
                        "of its slide",
                        StatementActs::recall,
                        "What the check " + BEFORE + " was measured with was recalled " + ON),
                after(
                        StatementActs::recall,
                        "withdraw-recall",
                        "of its slide",
                        StatementActs::withdrawRecall,
                        "The recall that put the check " + BEFORE + " in doubt was withdrawn " + ON),
                act(
                        "add-certificate",
                        "in force on the day of the check",
                        acts -> acts.certificate("C-2", "2026-09-01"),
                        "For the check " + BEFORE
                                + " the certificate said was: nothing; today: C-2, 2026-09-01, entered " + ON));
    }

    private static Stream<Act> hardware() {
        return Stream.of(
                act(
                        "change-registry",
                        "another serial number of a part",
                        acts -> acts.correct(Version.Kind.COMPONENT, Fields.SERIAL, "4712"),
                        "The light path was said to be made of: 63x/1.4 oil; today the record says for these days: "
                                + "63x/1.4 oil, serial number 4712, entered " + ON),
                act(
                        "change-registry",
                        "another model of the instrument",
                        acts -> acts.correct(Version.Kind.INSTRUMENT, Fields.MODEL, "Model 2"),
                        "Of the instrument was said: Maker Model, serial number 1; today the record says for these days: "
                                + "Maker Model 2, serial number 1, entered " + ON),
                act(
                        "move-component",
                        "off the instrument before the day",
                        StatementActs::moveObjective,
                        "Today the record holds no such light path on these days"),
                act(
                        "install-software",
                        "on an earlier day",
                        acts -> acts.install("2026-09-01T08:00:00Z"),
                        "Of the software was said: nothing; today the record says for these days: ZEN 3.8, entered "
                                + ON));
    }

    /** What is due on a day rests on what was entered by its end, so that only a statement of that day can become otherwise. */
    private static Stream<Act> plans() {
        return Stream.of(
                today(
                        "add-plan",
                        "on the day itself",
                        StatementActs::plan,
                        "When it was issued: ",
                        "was entered otherwise " + ON),
                new Act(
                        "count-check",
                        "on the day itself",
                        "2026-11-22",
                        StatementActs::plan,
                        StatementActs::countNot,
                        List.of("When it was issued: ", "was entered otherwise " + ON)),
                new Act(
                        "read-hours",
                        "of an earlier day",
                        "2026-11-22",
                        StatementActs::planByHours,
                        acts -> acts.hours(200, "2026-11-15T08:00:00Z"),
                        List.of("When it was issued: ", "was entered otherwise " + ON)));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void isNamedOnThePageWhileWhatWasIssuedStays(Act act) throws Exception {
        StatementActs acts = new StatementActs(this);
        publish();
        acts.begin();
        act.before().accept(acts);
        String address = make(act.day(), "");
        StatementPapers issued = papers(address);
        assertThat(server.get(address).body()).contains("every part of it is the same");
        long place = head();

        act.act().accept(acts);

        assertThat(doneSince(place)).contains(act.action());
        String page = server.get(address).body();
        act.said().forEach(sentence -> assertThat(page).contains(sentence));
        assertThat(page).contains("Genuine").doesNotContain("every part of it is the same", "Ada", "typed by");
        assertThat(papers(address).record().bytes()).isEqualTo(issued.record().bytes());
        assertThat(papers(address).pdf()).isEqualTo(issued.pdf());
        assertThat(server.store().verify(Progress.unwatched()).faults()).isEmpty();
    }

    @Test
    void noKindOfActIsForgotten() {
        Set<String> known = acts().map(Act::action).collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).as("corrects or does not").doesNotContainAnyElementsOf(BESIDES.keySet());
        known.addAll(BESIDES.keySet());
        assertThat(known)
                .as("a new act either has a test here, or a reason why it makes no statement otherwise")
                .containsExactlyInAnyOrderElementsOf(server.store().auditBook().kinds());
    }

    @Test
    void whatIsDoneOfOtherDaysAndOtherInstrumentsCorrectsNothing() throws Exception {
        StatementActs acts = new StatementActs(this);
        publish();
        acts.begin();
        String address = make(DAY, "");

        acts.checkElsewhere();
        acts.beads("2026-11-20T08:00:00Z", 0.9);
        acts.event(Event.Kind.FAULT, "2026-11-19T08:00:00Z", RecordingServer.NOW);
        acts.limits("2026-11-15");
        acts.install("2026-11-01T08:00:00Z");
        acts.certificate("C-3", "2026-11-01");
        acts.plan();
        acts.protocol();

        assertThat(server.get(address).body()).contains("every part of it is the same");
    }

    private long head() {
        return server.store().auditBook().head(lsm.facilityId()).orElseThrow().sequence();
    }

    private List<String> doneSince(long place) {
        return server
                .store()
                .auditBook()
                .read(lsm.facilityId(), new AuditBook.Question(AuditBook.Wish.all(), Long.MAX_VALUE, 50))
                .entries()
                .stream()
                .filter(row -> row.sequence() > place)
                .map(AuditEntry::kind)
                .toList();
    }
}
