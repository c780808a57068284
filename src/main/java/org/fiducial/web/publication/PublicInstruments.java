package org.fiducial.web.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.PersistentIdentifier;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.report.StateText;
import org.fiducial.report.Texts;
import org.fiducial.web.instrument.StateView;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** What may be said of published instruments: everything a public page shows comes through here. */
record PublicInstruments(FacilityRecords records) {

    /** The published instrument an address names; what is hidden and what is not there are alike but for who decides on it. */
    Optional<PublishedInstrument> named(Route.Request request) {
        String token = request.path("token");
        Optional<PublishedInstrument> open = records.published().byToken(token);
        return open.isPresent() || !request.may(Permission.MANAGE) ? open : preview(token);
    }

    /** What is hidden, as it would be shown. */
    private Optional<PublishedInstrument> preview(String token) {
        return records.all().stream()
                .filter(each -> InstrumentToken.isOf(each, token))
                .findFirst()
                .map(each -> records.published().publication().preview(each));
    }

    /** Whether an instrument is shown to who decides on it only. */
    boolean isPreview(PublishedInstrument published) {
        return records.published().byToken(published.token()).isEmpty();
    }

    /** All that are published, by name. */
    List<PublishedInstrument> all() {
        return records.published().all();
    }

    /** The state now, in words; what happened is told in the words it was entered with only where these are public. */
    StateView state(PublishedInstrument published, Texts texts) {
        InstrumentState state = records.present(published.instrument()).state();
        return new StateView(
                StateView.word(state.level()),
                texts.text("state." + StateView.word(state.level())),
                StateView.sign(state.level()),
                reason(published, state, texts),
                "");
    }

    private StateText.Reason reason(PublishedInstrument published, InstrumentState state, Texts texts) {
        StateText text = new StateText(texts, records.zone(published.instrument()), records::protocolTitle);
        if (state.decidingEvent().isPresent()) {
            return published.shows(Field.EVENTS)
                    ? text.of(state)
                    : new StateText.Reason(
                            "",
                            texts.text(
                                    "published.event",
                                    text.named(state.decidingEvent().get())),
                            "");
        }
        boolean doubtful = state.decidingFinding()
                .flatMap(finding -> finding.bracket().doubt())
                .isPresent();
        // What a recall says of the kit is said to the staff.
        return doubtful ? new StateText.Reason("", texts.text("published.doubt"), "") : text.of(state);
    }

    /** When it left service, where it did. */
    Optional<String> gone(PublishedInstrument published) {
        return fields(published.instrument())
                .flatMap(fields -> fields.day(Fields.DECOMMISSIONED))
                .map(Object::toString);
    }

    /** The persistent identifier, where there is one and it is public. */
    Optional<PersistentIdentifier> identifier(PublishedInstrument published) {
        return published.shows(Field.IDENTIFIER)
                ? fields(published.instrument())
                        .flatMap(fields -> PersistentIdentifier.of(fields.text(Fields.IDENTIFIER)))
                : Optional.empty();
    }

    private Optional<Fields> fields(Instrument instrument) {
        return records.instruments().registry().fields(Version.Kind.INSTRUMENT, instrument.id());
    }

    /** Its light paths today. */
    List<Configuration> paths(PublishedInstrument published) {
        return records.instruments().inUse(published.instrument().id());
    }

    /** The parts on it today by kind, in the order of kinds and names; none where they are not public. */
    Map<Component.Kind, List<Component>> parts(PublishedInstrument published) {
        if (!published.shows(Field.COMPONENTS)) {
            return Map.of();
        }
        Stream<Component> onStand =
                records.parts(published.instrument()).stream().map(Located::component);
        return Stream.concat(paths(published).stream().flatMap(path -> path.components().stream()), onStand)
                .distinct()
                .sorted(Comparator.comparing(Component::name))
                .collect(Collectors.groupingBy(Component::kind, TreeMap::new, Collectors.toList()));
    }

    /** The newest release of each piece of software; none where that is not public. */
    List<Installation.Release> software(PublishedInstrument published) {
        return published.shows(Field.SOFTWARE) ? newest(records, published.instrument()) : List.of();
    }

    /** The newest release of each piece of software. */
    static List<Installation.Release> newest(FacilityRecords records, Instrument instrument) {
        List<Installation.Release> newest = new ArrayList<>();
        for (Installation each : records.instruments().registry().installations(instrument.id())) {
            if (newest.stream().noneMatch(known -> known.isOf(each.release()))) {
                newest.add(each.release());
            }
        }
        return List.copyOf(newest);
    }

    /** What a search finds an instrument by: what is public of its names, its maker and its parts. */
    String searched(PublishedInstrument published) {
        return plain(Stream.of(
                        Stream.of(published.instrument().name(), published.make()),
                        paths(published).stream().map(Configuration::name),
                        parts(published).values().stream().flatMap(List::stream).map(Component::name))
                .flatMap(each -> each)
                .distinct()
                .collect(Collectors.joining("\n")));
    }

    /** Whether every word of a search is in a text. */
    static boolean matches(String searched, String sought) {
        return Arrays.stream(plain(sought.strip()).split("\\s+")).allMatch(searched::contains);
    }

    /** As people type it: 63x for 63×. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('×', 'x');
    }
}
