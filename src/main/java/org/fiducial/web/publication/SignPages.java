package org.fiducial.web.publication;

import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.PersistentIdentifier;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.report.DoorSign;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/**
 * The sign for the door of an instrument and a label for its stand. Who may read prints them, with every part on it today,
 * public or not, but no serial number; the code that leads to its state is there where that is public. It speaks the language
 * its address asks for, which is that of those who pass by and not of whoever prints it.
 */
final class SignPages {

    private static final String PDF = "application/pdf";
    private static final String IMMERSION = "immersion";
    /** Parts a methods section names, in the order they are printed, with the properties that stand beside the name. */
    private static final Map<Component.Kind, List<String>> COLUMNS = new TreeMap<>(Map.of(
            Component.Kind.OBJECTIVE, List.of("magnification", "na", IMMERSION),
            Component.Kind.LIGHT_SOURCE, List.of("type"),
            Component.Kind.LINE, List.of("wavelength"),
            Component.Kind.FILTER, List.of("passband"),
            Component.Kind.DETECTOR, List.of("type", "pixel-pitch"),
            Component.Kind.SCANNER, List.of("type")));

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;

    SignPages(FacilityRecords records, Pages pages, Sources sources) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
    }

    Answer sign(Route.Request request) {
        return answer(request, "door-sign-", DoorSign::pdf);
    }

    Answer label(Route.Request request) {
        return answer(request, "label-", DoorSign::label);
    }

    private Answer answer(Route.Request request, String name, BiFunction<DoorSign, DoorSign.Sign, byte[]> drawing) {
        PageLanguage language = PageLanguage.stated(request).orElse(PageLanguage.ENGLISH);
        String suffix = language == PageLanguage.ENGLISH ? ".pdf" : "-" + language.tag() + ".pdf";
        return records.instruments()
                .bySlug(request.path("slug"))
                .map(instrument -> (Answer) new Answer.Download(
                        name + instrument.slug() + suffix,
                        new Answer.Content(
                                PDF,
                                drawing.apply(pages.sign(language), sign(instrument, pages.texts(language))),
                                false)))
                .orElseGet(Answer.Nothing::new);
    }

    private DoorSign.Sign sign(Instrument instrument, Texts texts) {
        return new DoorSign.Sign(
                new DoorSign.Title(
                        instrument.name(),
                        instrument.make().title(),
                        identifier(instrument),
                        records.facility(instrument).map(each -> each.name()).orElse(""),
                        records.published().publication().of(instrument).contact()),
                links(instrument),
                lists(instrument, texts),
                texts.day(records.today()));
    }

    private String identifier(Instrument instrument) {
        return records.instruments()
                .registry()
                .fields(Version.Kind.INSTRUMENT, instrument.id())
                .flatMap(fields -> PersistentIdentifier.of(fields.text(Fields.IDENTIFIER)))
                .map(PersistentIdentifier::text)
                .orElse("");
    }

    private DoorSign.Links links(Instrument instrument) {
        Optional<URI> base = sources.settings().get().publicUrl();
        String token = InstrumentToken.of(instrument);
        boolean open = records.published().of(instrument).isPresent();
        return new DoorSign.Links(
                base.filter(url -> open)
                        .map(url -> url.resolve("published/" + token).toString())
                        .orElse(""),
                base.map(url -> url.resolve("report/" + token).toString()).orElse(""));
    }

    private List<DoorSign.Part> lists(Instrument instrument, Texts texts) {
        Stream<Component> ofPaths =
                records.instruments().inUse(instrument.id()).stream().flatMap(path -> path.components().stream());
        Map<Component.Kind, List<Component>> parts = Stream.concat(
                        ofPaths, records.parts(instrument).stream().map(Located::component))
                .distinct()
                .sorted(Comparator.comparing(Component::name))
                .collect(Collectors.groupingBy(Component::kind));
        Stream<DoorSign.Part> components = COLUMNS.entrySet().stream()
                .filter(each -> parts.containsKey(each.getKey()))
                .map(each -> list(each.getKey(), each.getValue(), parts.getOrDefault(each.getKey(), List.of()), texts));
        return Stream.concat(components, software(instrument, texts).stream()).toList();
    }

    /** A list of parts; a property none of them has gets no column. */
    private static DoorSign.Part list(
            Component.Kind kind, List<String> properties, List<Component> parts, Texts texts) {
        List<String> known = properties.stream()
                .filter(property ->
                        parts.stream().anyMatch(part -> part.properties().containsKey(property)))
                .toList();
        return new DoorSign.Part(
                texts.text("sign.kind." + kind.word()),
                Stream.concat(Stream.of("sign.name"), known.stream().map(each -> "sign.property." + each))
                        .map(texts::text)
                        .toList(),
                parts.stream()
                        .map(part -> Stream.concat(
                                        Stream.of(name(part)),
                                        known.stream()
                                                .map(each -> said(
                                                        each, part.properties().getOrDefault(each, ""), texts)))
                                .toList())
                        .distinct()
                        .toList());
    }

    /** A medium by its word, and a number as the language writes it, with a space before its unit. */
    private static String said(String name, String property, Texts texts) {
        if (name.equals(IMMERSION)) {
            return texts.find("methods.word." + property).orElse(property);
        }
        return property.matches("[0-9.]+[a-zA-Zµ]*")
                ? texts.decimals(property.replaceFirst("^([0-9.]+)([a-zA-Zµ]+)$", "$1 $2"))
                : property;
    }

    private static String name(Component part) {
        String make = part.make().title();
        return make.isEmpty() || part.name().contains(make) ? part.name() : part.name() + " (" + make + ")";
    }

    private Optional<DoorSign.Part> software(Instrument instrument, Texts texts) {
        List<Installation.Release> newest = PublicInstruments.newest(records, instrument);
        return newest.isEmpty()
                ? Optional.empty()
                : Optional.of(new DoorSign.Part(
                        texts.text("sign.kind.software"),
                        Arrays.asList(texts.text("sign.name"), texts.text("sign.version")),
                        newest.stream()
                                .map(each -> List.of(each.name(), each.number()))
                                .toList()));
    }
}
