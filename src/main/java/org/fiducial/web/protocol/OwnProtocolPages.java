package org.fiducial.web.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fiducial.facility.form.OwnProtocol;
import org.fiducial.facility.form.OwnProtocolMaker;
import org.fiducial.facility.form.OwnProtocols;
import org.fiducial.facility.form.StepPicture;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Effect;
import org.fiducial.metrology.protocol.EntryForm;
import org.fiducial.metrology.protocol.ImageUse;
import org.fiducial.metrology.protocol.MicroscopePart;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.Work;
import org.fiducial.report.PaperForm;
import org.fiducial.web.check.Draft;
import org.fiducial.web.check.EntryFields;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.SentForm;
import org.fiducial.web.page.Sources;
import org.fiducial.web.page.Uploads;
import org.fiducial.web.records.FacilityRecords;

/** Makes protocols of the facility's own, whose values are entered by hand: a form without code, or a file. */
final class OwnProtocolPages {

    private static final int LARGEST_PICTURE = 2_000_001;
    private static final List<String> OF_STEP = List.of("text", "picture");
    private static final List<String> OF_FIELD = List.of(
            "name",
            "title",
            "kind",
            "help",
            "optional",
            "unit",
            "possible-low",
            "possible-high",
            "warning-low",
            "warning-high",
            "fail-low",
            "fail-high",
            "repeats",
            "expected",
            "otherwise",
            "fine",
            "warnings",
            "fails",
            "reason",
            "covers");

    private final FacilityRecords records;
    private final OwnProtocols own;
    private final Pages pages;
    private final Sources sources;
    private final Path parts;

    OwnProtocolPages(FacilityRecords records, Pages pages, Sources sources) {
        this.records = records;
        this.own = records.ownProtocols();
        this.pages = pages;
        this.sources = sources;
        this.parts = sources.uploads();
    }

    /** A row of the form: its number, and what stands in it by the end of its name. */
    public record Row(int number, Map<String, String> text) {
        public Row {
            text = Map.copyOf(text);
        }
    }

    /** Something to choose with what can be chosen, or to tick. */
    public record Pick(String word, String label, List<Choice> words, boolean ticked) {
        public Pick {
            words = List.copyOf(words);
        }
    }

    /** The form: empty, or like another protocol. */
    Answer form(Route.Request request) {
        Map<String, String> typed = records.catalogue()
                .find(request.query("from"))
                .map(Catalogue.Entry::definition)
                .flatMap(protocol -> protocol.form().map(form -> new OwnProtocolFields(protocol, form).typed()))
                .map(fields -> like(fields, request.query("from")))
                .orElse(Map.of());
        return page(typed, "");
    }

    /** A protocol of the program is copied under another id; one of the facility gets another version. */
    private Map<String, String> like(Map<String, String> fields, String from) {
        Map<String, String> typed = new TreeMap<>(fields);
        String id = typed.getOrDefault("id", "");
        if (records.catalogue().isBuiltIn(id)) {
            typed.put("id", "our-" + id);
            typed.replaceAll((name, value) -> name.endsWith(".picture") ? "" : value);
        } else {
            typed.put("from", from);
        }
        return typed;
    }

    /** Adds what was typed, or shows it again with a sentence. */
    Answer add(Route.Request request) {
        SentForm sent = request.sent();
        Map<String, String> typed = new TreeMap<>(sent.fields());
        if (sources.demonstration()) {
            return page(typed, pages.texts().text("register.demonstration"));
        }
        Map<String, byte[]> pictures = new HashMap<>();
        try {
            takePictures(sent, typed, pictures);
            OwnProtocolForm form = new OwnProtocolForm(typed);
            if (typed.containsKey(OwnProtocolForm.MORE)) {
                return page(without(pictures, typed), "");
            }
            String text = sent.field("definition").isBlank() ? form.yaml() : sent.field("definition");
            OwnProtocol added = add(text, sent, pictures);
            return new Answer.Elsewhere("/protocols/" + added.reference().id());
        } catch (UnusableInputException e) {
            return page(without(pictures, typed), String.valueOf(e.getMessage()));
        }
    }

    /** Pictures sent with a form that comes back are not kept and have to be chosen again. */
    private static Map<String, String> without(Map<String, byte[]> pictures, Map<String, String> typed) {
        typed.replaceAll((name, value) -> name.endsWith(".picture") && pictures.containsKey(value) ? "" : value);
        return typed;
    }

    private OwnProtocol add(String text, SentForm sent, Map<String, byte[]> pictures) {
        return maker().add(
                        new OwnProtocolMaker.Draft(
                                pages.texts().text("own.source"), text, name -> picture(name, sent, pictures)),
                        sent.field("by"),
                        sent.field("reason"));
    }

    private OwnProtocolMaker maker() {
        return new OwnProtocolMaker(own, records.instruments(), records.catalogue(), records.clock(), sources.ids());
    }

    /** Takes a protocol out of use or into use again, as another version of it. */
    Answer retire(Route.Request request) {
        return version(request.path("id"))
                .map(newest -> retire(request, newest))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer retire(Route.Request request, OwnProtocol newest) {
        if (sources.demonstration()) {
            throw new UnusableInputException(pages.texts().text("register.demonstration"));
        }
        String id = newest.reference().id();
        if (request.form("back").isEmpty()) {
            maker().retire(id, request.form("by"), request.form("reason"));
        } else {
            maker().restore(id, request.form("by"), request.form("reason"));
        }
        return new Answer.Elsewhere("/protocols/" + id);
    }

    /** A picture sent now, or one of the version that is changed. */
    private Optional<byte[]> picture(String name, SentForm sent, Map<String, byte[]> pictures) {
        return Optional.ofNullable(pictures.get(name)).or(() -> version(sent.field("from"))
                .flatMap(version -> version.pictures().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst())
                .map(StepPicture::content));
    }

    private void takePictures(SentForm sent, Map<String, String> typed, Map<String, byte[]> pictures) {
        int steps = new OwnProtocolForm(typed).steps();
        for (int i = 1; i <= steps; i++) {
            String field = "s." + i + ".file";
            if (sent.hasFiles(field)) {
                Path folder = parts.resolve("pictures-" + sources.ids().get());
                Path file = sent.moveTo(folder, field).get(0);
                boolean png = String.valueOf(file).toLowerCase(Locale.ROOT).endsWith("png");
                String name = "step-" + i + (png ? ".png" : ".jpg");
                pictures.put(name, bytes(file));
                typed.put("s." + i + ".picture", name);
                Uploads.removeQuietly(folder);
            }
        }
    }

    private static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST_PICTURE);
        } catch (IOException e) {
            throw new UnusableInputException("The picture could not be read; send it again.", e);
        }
    }

    private Optional<OwnProtocol> version(String name) {
        return own.all().stream()
                .filter(each -> each.reference().id().equals(name)
                        || each.reference().toString().equals(name))
                .reduce((earlier, later) -> later);
    }

    /** A picture of a step. */
    Answer picture(Route.Request request) {
        return version(request.path("id"))
                .flatMap(version -> version.pictures().stream()
                        .filter(each -> each.name().equals(request.path("file")))
                        .findFirst())
                .map(picture -> (Answer) new Answer.Content(picture.type(), picture.content(), true))
                .orElseGet(Answer.Nothing::new);
    }

    /** A protocol on paper; with a light path the limits in force there and the last values. */
    Answer paper(Route.Request request) {
        Optional<Catalogue.Entry> entry = records.catalogue().find(request.path("id"));
        if (entry.isEmpty()) {
            return new Answer.Nothing();
        }
        ProtocolDefinition protocol = entry.get().definition();
        Map<String, byte[]> pictures = new HashMap<>();
        version(protocol.reference().toString())
                .ifPresent(version -> version.pictures().forEach(each -> pictures.put(each.name(), each.content())));
        Optional<Configuration> path = records.instruments().configuration(request.query("path"));
        Optional<Instrument> instrument = path.flatMap(records::instrumentOf);
        String place = instrument.map(Instrument::name).orElse("")
                + path.map(each -> " · " + each.name()).orElse("");
        PaperForm.Sheet sheet = instrument
                .flatMap(at ->
                        EntryFields.of(new Draft.Subject(at, path.orElseThrow(), entry.get()), records, pages.texts()))
                .map(fields -> fields.sheet(place, pictures))
                .orElseGet(() -> new PaperForm.Sheet(protocol, place, Map.of(), Map.of(), pictures));
        return new Answer.Download(
                protocol.reference().id() + ".pdf",
                new Answer.Content("application/pdf", pages.paper().pdf(sheet), false));
    }

    /** The text of a protocol, as it was written. */
    Answer definition(Route.Request request) {
        String name = request.path("id");
        return version(name)
                .map(OwnProtocol::definition)
                .or(() -> records.catalogue()
                        .find(name)
                        .map(entry -> ProtocolFile.text(entry.definition().reference())))
                .map(text -> (Answer) new Answer.Download(
                        name.replaceAll("@.*", "") + ".yaml",
                        new Answer.Content(
                                "application/yaml; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), false)))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer page(Map<String, String> typed, String refusal) {
        OwnProtocolForm form = new OwnProtocolForm(typed);
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(Crumb.protocols(pages.texts())));
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("typed", head(typed));
        values.put(
                "retired",
                records.catalogue()
                        .find(typed.getOrDefault("from", ""))
                        .filter(changed -> changed.definition().isRetired())
                        .isPresent());
        values.put("steps", rows("s.", form.steps(), OF_STEP, typed));
        values.put("fields", rows("f.", form.fields(), OF_FIELD, typed));
        values.put(
                "kinds",
                Arrays.stream(EntryForm.Kind.values()).map(EntryForm.Kind::word).toList());
        values.put("units", OwnProtocolFields.units());
        values.put(
                "covers",
                Stream.of(MicroscopePart.values())
                        .map(part -> tick("covers." + part.word(), "part." + part.word(), typed))
                        .toList());
        values.put(
                "works",
                Stream.of(Work.values())
                        .map(work -> tick("after." + work.word(), "work." + work.word(), typed))
                        .toList());
        values.put(
                "affects",
                Stream.of(ImageUse.values()).map(use -> affects(use, typed)).toList());
        boolean changes = !typed.getOrDefault("from", "").isEmpty();
        return pages.page("protocol-own.html", pages.texts().text(changes ? "own.change" : "own.title"), values);
    }

    private static Map<String, String> head(Map<String, String> typed) {
        Map<String, String> head = new HashMap<>();
        for (String name : List.of(
                "id",
                "from",
                "title",
                "summary",
                "days",
                "person",
                "instrument",
                "by",
                "reason",
                "definition",
                "sources")) {
            head.put(name, typed.getOrDefault(name, ""));
        }
        return head;
    }

    private static List<Row> rows(String prefix, int count, List<String> names, Map<String, String> typed) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> {
                    Map<String, String> text = new HashMap<>();
                    names.forEach(
                            name -> text.put(name.replace('-', '_'), typed.getOrDefault(prefix + i + "." + name, "")));
                    return new Row(i, text);
                })
                .toList();
    }

    private Pick tick(String name, String label, Map<String, String> typed) {
        return new Pick(
                name,
                pages.texts().text(label),
                List.of(),
                !typed.getOrDefault(name, "").isEmpty());
    }

    private Pick affects(ImageUse use, Map<String, String> typed) {
        String name = "affects." + use.word();
        return new Pick(
                name,
                pages.texts().text("use." + use.word()),
                Stream.of(Effect.values())
                        .map(effect -> new Choice(
                                effect.word(),
                                pages.texts().text("effect." + effect.word()),
                                effect.word().equals(typed.getOrDefault(name, "not-assessed"))))
                        .toList(),
                false);
    }

    /** A version in the list of a protocol's. */
    public record VersionRow(String version, String day, String by, String reason) {}

    /** The versions of a protocol, newest first; none for those of the program. */
    List<VersionRow> versions(ProtocolDefinition protocol) {
        Days days = new Days(records.instruments().zone(), pages.texts().locale());
        List<VersionRow> versions = new ArrayList<>();
        own.all().stream()
                .filter(each ->
                        each.reference().id().equals(protocol.reference().id()))
                .forEach(each -> versions.add(
                        0,
                        new VersionRow(
                                each.reference().version(),
                                days.of(each.entry().at()).day(),
                                each.entry().by(),
                                each.entry().reason())));
        return versions;
    }

    /** A protocol with its fields, limits and versions, for programs. */
    Answer api(Route.Request request) {
        return records.catalogue()
                .find(request.path("id"))
                .map(entry -> json(new ProtocolDocument(entry.definition(), own.all()).node()))
                .orElseGet(Answer.Nothing::new);
    }

    private static Answer json(ObjectNode node) {
        return Answer.Content.json(node.toString().getBytes(StandardCharsets.UTF_8));
    }
}
