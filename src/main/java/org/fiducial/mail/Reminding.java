package org.fiducial.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fiducial.facility.reminder.Outbox;
import org.fiducial.facility.reminder.Sending;
import org.fiducial.facility.reminder.Timetable;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.settings.Reminders;
import org.fiducial.settings.Settings;

/**
 * Sends reminders, each at most once a period: the claim is in the record before the letter leaves. Whoever finds a claim
 * without an outcome, because the power failed in between or the connection broke, does not send it again; people would
 * rather miss one digest, which the pages say as well, than get it twice and stop to read them. What the server refused is
 * tried again after growing pauses. Who wants urgent letters only is written to on any day from the hour on, once a week at most.
 */
public final class Reminding {

    private final Outbox outbox;
    private final Composer composer;
    private final Sources sources;

    /**
     * Reminders of a record.
     *
     * @param composer what is to be said
     */
    public Reminding(Outbox outbox, Composer composer, Sources sources) {
        this.outbox = outbox;
        this.composer = composer;
        this.sources = sources;
    }

    /**
     * What reminding cannot make itself.
     *
     * @param settings read anew each time
     * @param zone where the facility is
     * @param said what holders of accounts want to be told, which stands before the settings
     */
    public record Sources(
            Supplier<Settings> settings,
            Clock clock,
            Supplier<UUID> ids,
            Supplier<ZoneId> zone,
            Supplier<List<Reminders.Recipient>> said) {}

    /** Composes what is to be said. */
    public interface Composer {

        /** The digest for somebody; empty where there is nothing to say and nothing is then sent. */
        Optional<Text> digest(Reminders.Recipient recipient, boolean evenWithoutNews);

        /** What somebody is told before the day of the digest; empty where nothing is urgent. */
        Optional<Text> urgent(Reminders.Recipient recipient);

        /** What has stayed undone for more than so many days; empty where nothing has. */
        Optional<Text> escalation(int afterDays);

        /** A letter that only shows that sending works. */
        Text trial();
    }

    /** What a letter says. */
    public record Text(String subject, String text, String html) {}

    /** A letter that would be sent. */
    public record Due(Sending.Subject subject, String address, Text text) {}

    /** How reminders are sent, if they are. */
    public Optional<Reminders> settings() {
        return sources.settings()
                .get()
                .reminders()
                .map(reminders -> reminders.with(sources.said().get()));
    }

    /** Whether letters can say where the pages are. */
    public boolean hasAddress() {
        return sources.settings().get().publicUrl().isPresent();
    }

    /** When the next digest is due, where reminders are sent. */
    public Optional<Instant> next() {
        return settings()
                .map(reminders -> timetable(reminders).next(sources.clock().instant()));
    }

    /** What was sent lately, newest first. */
    public List<Sending> newest(int most) {
        return outbox.newest(most);
    }

    /** What would be sent for the period that began last, whether it was sent already or not. */
    public List<Due> preview() {
        return settings()
                .map(reminders -> planned(reminders, latest(reminders)).stream()
                        .flatMap(each -> each.due().stream())
                        .toList())
                .orElse(List.of());
    }

    /** Sends what is due now and gives what became of it; nothing outside of the hours for it. */
    public List<Sending> tick() {
        Optional<Reminders> known = settings();
        if (known.isEmpty()) {
            return List.of();
        }
        Reminders reminders = known.get();
        Timetable timetable = timetable(reminders);
        Instant now = sources.clock().instant();
        Optional<String> week = timetable.period(now);
        if (week.isPresent()) {
            return send(planned(reminders, week.get()));
        }
        return timetable.isHour(now)
                ? send(urgent(reminders, timetable.latest(now)).toList())
                : List.of();
    }

    /** Sends what was not sent for the period that began last, however long ago. */
    public List<Sending> send() {
        Reminders reminders = required();
        return send(planned(reminders, latest(reminders)));
    }

    private String latest(Reminders reminders) {
        return timetable(reminders).latest(sources.clock().instant());
    }

    /** Sends a letter that only shows that sending works, to the first recipient or to one of a name. */
    public Sending trial(String name) {
        Reminders reminders = required();
        Reminders.Recipient to = people(reminders)
                .filter(each -> name.isEmpty() || each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnusableInputException(
                        "No recipient of reminders is called '" + name + "'; " + "settings.yaml names them."));
        Instant now = sources.clock().instant();
        Sending.Subject subject =
                new Sending.Subject(String.valueOf(now.getEpochSecond()), Sending.Kind.TRIAL, to.name());
        return attempt(reminders, new Due(subject, to.address(), composer.trial()), 1)
                .orElseThrow(
                        () -> new UnusableInputException("A trial was sent this very second; wait and try again."));
    }

    private Reminders required() {
        return settings()
                .orElseThrow(
                        () -> new UnusableInputException("No reminders are set up: settings.yaml in the data folder"
                                + " has no 'reminders'; 'fiducial remind --help' shows what it holds."));
    }

    private List<Sending> send(List<Planned> letters) {
        Reminders reminders = required();
        Map<String, List<Sending>> made = new HashMap<>();
        List<Sending> sent = new ArrayList<>();
        for (Planned planned : letters) {
            List<Sending> before = made.computeIfAbsent(planned.subject().period(), outbox::of).stream()
                    .filter(each -> each.subject().equals(planned.subject()))
                    .toList();
            Timetable.attempt(before, sources.clock().instant())
                    .flatMap(number -> planned.due().flatMap(due -> attempt(reminders, due, number)))
                    .ifPresent(sent::add);
        }
        return sent;
    }

    /** A letter that may be due; it is composed only where it was not sent. */
    private record Planned(Sending.Subject subject, String address, Supplier<Optional<Text>> text) {

        Optional<Due> due() {
            return text.get().map(written -> new Due(subject, address, written));
        }
    }

    private List<Planned> planned(Reminders reminders, String period) {
        boolean always = reminders.when().evenWithoutNews();
        Stream<Planned> digests = reminders.recipients().stream()
                .filter(each -> each.frequency() == Reminders.Frequency.WEEKLY)
                .map(each -> planned(period, each, () -> composer.digest(each, always)));
        Stream<Planned> escalations = reminders.escalation().stream()
                .map(each -> new Planned(
                        new Sending.Subject(
                                period, Sending.Kind.ESCALATION, each.to().name()),
                        each.to().address(),
                        () -> composer.escalation(each.afterDays())));
        return Stream.of(digests, urgent(reminders, period), escalations)
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<Planned> urgent(Reminders reminders, String period) {
        return reminders.recipients().stream()
                .filter(each -> each.frequency() == Reminders.Frequency.URGENT)
                .map(each -> planned(period, each, () -> composer.urgent(each)));
    }

    private static Planned planned(String period, Reminders.Recipient to, Supplier<Optional<Text>> text) {
        return new Planned(new Sending.Subject(period, Sending.Kind.DIGEST, to.name()), to.address(), text);
    }

    /** Claims, sends and notes; empty where another process was faster. */
    private Optional<Sending> attempt(Reminders reminders, Due due, int number) {
        UUID id = sources.ids().get();
        Sending claim = new Sending(id, due.subject(), number, sources.clock().instant(), Optional.empty());
        if (!outbox.claim(claim)) {
            return Optional.empty();
        }
        String domain = reminders.sender().replaceFirst(".*@([^>]*)>?$", "$1");
        Letter letter = new Letter(
                new Letter.To(due.subject().recipient(), due.address()),
                due.text().subject(),
                new Letter.Body(due.text().text(), due.text().html()),
                new Letter.Identity(id + "@" + domain, "reminders." + domain));
        Sending.Outcome outcome = new Post(reminders, sources.clock()).send(letter);
        outbox.note(sources.ids().get(), id, outcome);
        return Optional.of(new Sending(id, due.subject(), number, claim.claimedAt(), Optional.of(outcome)));
    }

    private static Stream<Reminders.Recipient> people(Reminders reminders) {
        return Stream.concat(
                reminders.recipients().stream(), reminders.escalation().map(Reminders.Escalation::to).stream());
    }

    private Timetable timetable(Reminders reminders) {
        return new Timetable(
                reminders.when().weekday(),
                reminders.when().hour(),
                sources.zone().get());
    }
}
