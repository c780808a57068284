package org.fiducial.web.api;

import static org.fiducial.web.api.ApiWrite.Field.choice;
import static org.fiducial.web.api.ApiWrite.Field.rows;
import static org.fiducial.web.api.ApiWrite.Field.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.judgement.DecisionRule;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.people.ReminderWish;
import org.fiducial.facility.people.Role;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.web.api.ApiWrite.Field;
import org.fiducial.web.api.ApiWrite.Kind;
import org.fiducial.web.page.Seen;

/** Every form and what programs send instead; a form that is not here is in {@link #OF_PEOPLE} with its reason. */
public final class ApiWrites {

    private static final Field BY = text("by", "Who says so; with an account its holder, whatever is sent.");
    private static final Field SEEN = new Field(
            Seen.FIELD,
            Kind.NUMBER,
            "How many entries, versions or certificates there were when it was read; refused where"
                    + " there is another number now.");
    private static final Field REASON = text("reason", "Why, for the record.");

    /** Forms no program fills, each with the reason. */
    public static final Map<String, String> OF_PEOPLE = Map.ofEntries(
            Map.entry("/setup", "the first account is made by a person at the machine itself"),
            Map.entry("/sign-in", "a program shows its token with every request"),
            Map.entry("/sign-out", "a program has no session"),
            Map.entry("/reminders/trial", "a person waits for the letter"),
            Map.entry("/instruments/{slug}/new-draft", "a program sends a check whole, under new-checks"),
            Map.entry("/new-checks/{id}/save", "a program changes a check in progress by sending it again"),
            Map.entry("/new-checks/{id}/upload", "the same address takes the pieces of a file from a program"),
            Map.entry("/published/{token}", "a program sends the image to /methods under /api/v1"),
            Map.entry("/published/{token}/methods", "a program sends the image to the same address under /api/v1"),
            Map.entry("/published/{token}/checklists/{name}", "a program sends the image to /methods under /api/v1"),
            Map.entry("/verify", "a program hashes its file itself and asks /api/v1/verify for the SHA-256"));

    private static final List<ApiWrite> OF_CHECKS_AND_KIT = List.of(
            new ApiWrite(
                    "/new-instrument",
                    "/api/v1/instruments",
                    text("name", "What people call it.").needed(),
                    text("slug", "Its name in addresses; made of the name where it is missing."),
                    text("manufacturer", "Who made it."),
                    text("model", "Its model."),
                    text("serial", "Its serial number."),
                    text("location", "Where it stands."),
                    text("facility", "The name of the facility, with the first instrument."),
                    text(
                            "zone",
                            "The time zone of the facility, with the first instrument, for instance Europe/Berlin."),
                    rows(
                            "objective",
                            "Up to four objectives.",
                            text("name", "For instance 63x/1.4 oil.").needed(),
                            text("na", "Numerical aperture."),
                            text("immersion", "air, water, glycerol, silicone or oil."),
                            text("serial", "Its serial number.")),
                    rows(
                                    "path",
                                    "Up to six light paths.",
                                    text("name", "For instance 63x oil, 488 nm.")
                                            .needed(),
                                    text("objective", "The number of its objective, from 1."),
                                    text("modality", "For instance confocal."),
                                    text("excitation", "For instance 488nm."),
                                    text("emission", "For instance 525nm."),
                                    text("pinhole", "In Airy units."))
                            .needed()),
            new ApiWrite(
                    "/instruments/{slug}/new-event",
                    "/api/v1/instruments/{slug}/events",
                    choice("kind", "What kind of event it was.", words(Event.Kind.values(), Event.Kind::word))
                            .needed(),
                    text("what", "What happened.").needed(),
                    choice(
                                    "effect",
                                    "What it means for the use of the instrument.",
                                    words(Event.Effect.values(), Event.Effect::word))
                            .needed(),
                    new Field("at", Kind.TIME, "When, on the clock of the facility; now where it is missing."),
                    new Field("part", Kind.WORDS, "The ids of the components it concerns."),
                    text("lost", "Hours lost."),
                    text("expense", "What it cost."),
                    text("currency", "The code of the currency, for instance EUR."),
                    text("label", "The letters of its label, from who has no account."),
                    BY),
            new ApiWrite(
                    "/events/{id}",
                    "/api/v1/events/{id}/follow-ups",
                    choice("step", "What became of it.", words(FollowUp.Step.values(), FollowUp.Step::word))
                            .needed(),
                    SEEN,
                    text("text", "What was learnt or done."),
                    new Field("at", Kind.TIME, "When; the expected end where that is what is said."),
                    text("lost", "Hours lost."),
                    text("expense", "What it cost."),
                    text("currency", "The code of the currency."),
                    BY),
            new ApiWrite(
                    "/events/{id}/return",
                    "/api/v1/events/{id}/return",
                    text("reason", "Why it goes back without the checks that are lacking; needed where some are."),
                    BY),
            new ApiWrite(
                    "/new-protocol",
                    "/api/v1/protocols",
                    text(
                                    "definition",
                                    "The text of a protocol of the facility's own, in YAML; one out of use stays so unless it"
                                            + " says retired: false.")
                            .needed(),
                    REASON,
                    BY),
            new ApiWrite(
                    "/protocols/{id}/retire",
                    "/api/v1/protocols/{id}/retire",
                    new Field("back", Kind.YES, "Whether it comes into use again instead."),
                    REASON.needed(),
                    BY),
            new ApiWrite(
                    "/checks/{id}/move",
                    "/api/v1/checks/{id}/move",
                    text("to", "The light path it was made in, for instance lsm-1/63x-488.")
                            .needed(),
                    REASON.needed(),
                    new Field("anyway", Kind.YES, "Also where the analysis took something from the wrong light path."),
                    BY),
            new ApiWrite(
                    "/instruments/{slug}/hours",
                    "/api/v1/instruments/{slug}/hours",
                    text("hours", "What the counter shows, for instance 1234.5.")
                            .needed(),
                    new Field("at", Kind.TIME, "When it was read; now where it is missing."),
                    BY),
            new ApiWrite("/instruments/{slug}/new-plan", "/api/v1/instruments/{slug}/schedules", plan(false)),
            new ApiWrite("/plans/{id}", "/api/v1/schedules/{id}", plan(true)),
            new ApiWrite(
                    "/plans/{id}/end",
                    "/api/v1/schedules/{id}/end",
                    new Field("version", Kind.NUMBER, "The version that was seen; another in force refuses it."),
                    REASON.needed(),
                    BY),
            new ApiWrite(
                    "/checks/{id}/counting",
                    "/api/v1/checks/{id}/counting",
                    SEEN,
                    choice(
                            "counts",
                            "Whether it counts; the opposite of now where it is missing.",
                            List.of("yes", "no")),
                    REASON.needed(),
                    BY),
            new ApiWrite(
                    "/review", "/api/v1/review", review(new Field("check", Kind.WORDS, "Ids of checks.").needed())),
            new ApiWrite("/checks/{id}/review", "/api/v1/checks/{id}/reviews", review(SEEN)),
            new ApiWrite(
                    "/review/own-work",
                    "/api/v1/review/own-work",
                    choice(
                                    "own",
                                    "Whether people may approve and reject what they measured themselves.",
                                    List.of("allowed", "forbidden"))
                            .needed(),
                    text("own-reason", "Why.").needed(),
                    BY),
            new ApiWrite(
                    "/instruments/{slug}/limits/{protocol}",
                    "/api/v1/instruments/{slug}/limits/{protocol}",
                    SEEN,
                    text("path", "The light path; the first one where it is missing."),
                    choice("scope", "How far they reach.", List.of("configuration", "instrument", "everywhere")),
                    new Field("from", Kind.DAY, "The first day they are in force; today where it is missing."),
                    new Field("back", Kind.YES, "Whether the limits the protocol proposes shall hold again."),
                    named("kind", "What each is relative to: " + joined(Tolerance.Kind.values(), Tolerance.Kind::word)),
                    named("rule", "How each is compared: " + joined(DecisionRule.values(), DecisionRule::word)),
                    named("warninglow", "The lowest value without a warning"),
                    named("warninghigh", "The highest value without a warning"),
                    named("faillow", "The lowest value that does not fail"),
                    named("failhigh", "The highest value that does not fail"),
                    REASON.needed(),
                    BY),
            new ApiWrite(
                    "/instruments/{slug}/baselines/{protocol}",
                    "/api/v1/instruments/{slug}/baselines/{protocol}",
                    text("path", "The light path; the first one where it is missing."),
                    new Field("check", Kind.WORDS, "The ids of the checks it is made of.").needed(),
                    choice(
                            "estimator",
                            "How they are pooled.",
                            words(Baseline.Estimator.values(), Baseline.Estimator::word)),
                    new Field("refer", Kind.YES, "Whether limits relative to a baseline refer to it from now on."),
                    REASON.needed(),
                    BY),
            new ApiWrite(
                    "/new-meter",
                    "/api/v1/kit/meters",
                    certificate(
                            text("model", "Its model.").needed(),
                            text("serial", "Its serial number.").needed(),
                            text("sensor", "Its sensor."),
                            text("slug", "Its name on the command line; made of the model where it is missing."))),
            new ApiWrite("/kit/{slug}/certificate", "/api/v1/kit/{slug}/certificates", certificate(SEEN)),
            new ApiWrite(
                    "/new-artefact",
                    "/api/v1/kit/artefacts",
                    choice("kind", "What it is.", words(Artefact.Kind.values(), Artefact.Kind::word))
                            .needed(),
                    text("slug", "Its name on the command line; made of product and lot where it is missing."),
                    text("maker", "Who made it."),
                    text("product", "Its name in the catalogue."),
                    text("lot", "Its lot."),
                    text("diameter", "The size of its beads, for instance 175nm."),
                    text("uncertainty", "The standard uncertainty of that, for instance 5nm."),
                    new Field("made", Kind.DAY, "When it was made."),
                    new Field("opened", Kind.DAY, "When it was opened."),
                    new Field("expires", Kind.DAY, "When it expires."),
                    text("notes", "What else is to be known."),
                    text("succeeds", "The slug of the one it stands in for.")),
            new ApiWrite(
                    "/kit/{slug}/recall",
                    "/api/v1/kit/{slug}/recalls",
                    new Field("from", Kind.DAY, "The first day it was wrong.").needed(),
                    new Field("to", Kind.DAY, "The last day; until now where it is missing."),
                    text("percent", "By how much its readings are wrong, in per cent."),
                    choice("direction", "Whether they are too low or too high.", List.of("low", "high")),
                    REASON.needed(),
                    BY),
            new ApiWrite(
                    "/published/{token}/statements",
                    "/api/v1/published/{token}/statements",
                    new Field("from", Kind.DAY, "The first day.").needed(),
                    new Field("to", Kind.DAY, "The last day; the first, where it is missing."),
                    text("path", "The slug of the light path.").needed(),
                    text("language", "en or es; without it the language the request is in.")),
            new ApiWrite("/statements/{token}/withdraw", "/api/v1/statements/{token}/withdraw", REASON.needed(), BY),
            new ApiWrite("/recalls/{id}", "/api/v1/recalls/{id}/withdraw", REASON.needed(), BY),
            new ApiWrite(
                    "/instruments/{slug}/new-check",
                    "/api/v1/instruments/{slug}/new-checks",
                    check(
                            text("configuration", "The slug of the light path.").needed(),
                            text("protocol", "The id of the protocol.").needed())),
            new ApiWrite("/new-checks/{id}", "/api/v1/new-checks/{id}", check()),
            new ApiWrite("/new-checks/{id}/cancel", "/api/v1/new-checks/{id}/cancel"),
            new ApiWrite("/new-checks/{id}/record", "/api/v1/new-checks/{id}/record"),
            new ApiWrite("/new-checks/{id}/discard", "/api/v1/new-checks/{id}/discard"),
            new ApiWrite(
                    "/account",
                    "/api/v1/account",
                    text("old", "The password until now.").needed(),
                    text("password", "The new one, at least twelve characters.").needed()),
            new ApiWrite(
                    "/account/tokens",
                    "/api/v1/account/tokens",
                    text("name", "What it is for.").needed(),
                    choice("role", "What it may, at most what its owner may.", words(Role.values(), Role::word))
                            .needed()),
            new ApiWrite("/account/tokens/{id}/end", "/api/v1/account/tokens/{id}/end"),
            new ApiWrite(
                    "/account/reminders",
                    "/api/v1/account/reminders",
                    choice(
                                    "when",
                                    "When letters come.",
                                    words(ReminderWish.Frequency.values(), ReminderWish.Frequency::word))
                            .needed(),
                    text("address", "Where they go; not needed with never."),
                    new Field("assigned", Kind.YES, "Whether only what is assigned to its holder is listed."),
                    text("language", "A language tag such as en-GB; that of the facility where it is missing.")),
            new ApiWrite("/account/sessions/end", "/api/v1/account/sessions/end"),
            new ApiWrite(
                    "/accounts",
                    "/api/v1/accounts",
                    text("login", "The name to sign in with.").needed(),
                    text("name", "The person's name.").needed(),
                    new Field("role", Kind.WORDS, false, "What it may.", words(Role.values(), Role::word), List.of())
                            .needed(),
                    text("password", "At least twelve characters.").needed()),
            new ApiWrite(
                    "/accounts/{id}",
                    "/api/v1/accounts/{id}",
                    choice("do", "What shall happen.", List.of("roles", "reset", "close", "erase"))
                            .needed(),
                    new Field(
                            "role",
                            Kind.WORDS,
                            false,
                            "With roles: the new ones.",
                            words(Role.values(), Role::word),
                            List.of()),
                    text("password", "With reset: the new one."),
                    REASON));

    /** What programs may send, in the order it is described. */
    public static final List<ApiWrite> ALL = Stream.of(
                    OF_CHECKS_AND_KIT, ApiRegistryWrites.ALL, ApiPublicationWrites.ALL)
            .flatMap(List::stream)
            .toList();

    private ApiWrites() {}

    private static Field[] plan(boolean change) {
        Field version = new Field("version", Kind.NUMBER, "The version that was seen; another in force refuses it.");
        Field[] fields = {
            text("protocol", "The id of the protocol.").needed(),
            new Field("path", Kind.WORDS, "Slugs of light paths; several take turns.").needed(),
            text("every", "How often: a word such as monthly, 'rule', 'hours' or 'ad-hoc'.")
                    .needed(),
            text("rule", "With 'rule': a recurrence rule of RFC 5545."),
            text("hours", "With 'hours': hours of use from one check to the next."),
            new Field("start", Kind.DAY, "The first day."),
            new Field("before", Kind.NUMBER, "Days a check may be early."),
            new Field("after", Kind.NUMBER, "Days a check may be late."),
            new Field("minutes", Kind.NUMBER, "Minutes of work.").needed(),
            text("assigned", "Who does it."),
            change ? REASON.needed() : REASON,
            BY
        };
        return change ? with(fields, version) : fields;
    }

    private static Field[] review(Field... more) {
        return with(
                new Field[] {
                    choice("decision", "What is said.", words(Review.Decision.values(), Review.Decision::word))
                            .needed(),
                    text("reason", "Why; needed to reject and to void."),
                    BY
                },
                more);
    }

    private static Field[] certificate(Field... more) {
        return with(
                more,
                text("number", "The number of the certificate."),
                text("laboratory", "Who calibrated."),
                new Field("date", Kind.DAY, "The day of the calibration."),
                new Field("due", Kind.DAY, "When the next one is due."),
                text("coverage-factor", "k of the expanded uncertainties; 2 where it is missing."),
                rows(
                        "point",
                        "Up to eight wavelengths.",
                        text("wavelength", "In nm.").needed(),
                        text("correction", "Factor on readings; 1 where it is missing."),
                        text("uncertainty", "Expanded uncertainty in per cent.").needed()));
    }

    private static Field[] check(Field... more) {
        return with(
                more,
                text("reason", "Why it is done, for instance scheduled."),
                new Field("measured", Kind.TIME, "When it was acquired; read from the file where it can be."),
                text("note", "What else is to be known."),
                text("meter", "The slug of the meter."),
                text("artefact", "The slug of the slide."),
                text("more", "Parameters of single channels, a line each, such as emission.2=600nm."),
                new Field("p", Kind.NAMED, "Parameters of the protocol by their names."),
                BY,
                new Field(
                        "files",
                        Kind.FILES,
                        "The files, in a body of multipart/form-data with the fields beside them."));
    }

    private static Field[] with(Field[] fields, Field... more) {
        Field[] all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    private static Field named(String name, String says) {
        return new Field(name, Kind.NAMED, says + ", by metric and statistic such as psf.fwhm.x/median.");
    }

    private static <E> List<String> words(E[] values, Function<E, String> word) {
        return Arrays.stream(values).map(word).toList();
    }

    private static <E> String joined(E[] values, Function<E, String> word) {
        return String.join(", ", words(values, word));
    }
}
