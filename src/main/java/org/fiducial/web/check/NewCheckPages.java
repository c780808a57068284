package org.fiducial.web.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Meter;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.EntryForm;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.SentForm;
import org.fiducial.web.records.FacilityRecords;

/** The way to a new check: what is checked and how, then files and settings. One form serves every protocol. */
final class NewCheckPages {

    private static final String FILES = "files";
    /** The button that keeps what is entered and does nothing else. */
    private static final String LATER = "later";

    private final FacilityRecords records;
    private final Pages pages;
    private final Drafts drafts;
    private final boolean demonstration;

    NewCheckPages(FacilityRecords records, Pages pages, Drafts drafts, boolean demonstration) {
        this.records = records;
        this.pages = pages;
        this.drafts = drafts;
        this.demonstration = demonstration;
    }

    /** A file that was sent. */
    public record FileRow(String name, String size) {}

    /** The form, or the choice before it where protocol or light path are open. */
    Answer form(Route.Request request) {
        Optional<Instrument> instrument = records.instruments().bySlug(request.path("slug"));
        if (instrument.isEmpty()) {
            return new Answer.Nothing();
        }
        return subject(instrument.get(), request.query("configuration"), request.query("protocol"))
                .map(subject -> formPage(subject, Map.of("reason", request.query("reason"))))
                .orElseGet(() -> choicePage(instrument.get(), request));
    }

    /** Takes form and files and begins to analyse them. */
    Answer begin(Route.Request request) {
        Optional<Instrument> instrument = records.instruments().bySlug(request.path("slug"));
        if (instrument.isEmpty()) {
            return new Answer.Nothing();
        }
        if (demonstration) {
            return choicePage(instrument.get(), request);
        }
        drafts.requireRoomFor(request.length());
        SentForm sent = request.sent();
        return subject(instrument.get(), sent.field("configuration"), sent.field("protocol"))
                .map(subject -> {
                    Draft draft = drafts.begin(subject, request.caller().name());
                    take(draft, sent);
                    return (Answer) new Answer.Elsewhere(draft.address());
                })
                .orElseGet(() -> choicePage(instrument.get(), request));
    }

    /** Begins a draft of what is typed, so that it is kept from the first field on; nothing is analysed. */
    Answer draft(Route.Request request) {
        Optional<Instrument> instrument = records.instruments().bySlug(request.path("slug"));
        if (instrument.isEmpty() || demonstration) {
            return new Answer.Nothing();
        }
        SentForm sent = request.sent();
        return subject(instrument.get(), sent.field("configuration"), sent.field("protocol"))
                .map(subject -> {
                    Draft draft = drafts.begin(subject, request.caller().name());
                    draft.type(sent.fields());
                    ObjectNode node = new ObjectMapper().createObjectNode().put("address", draft.address());
                    return (Answer) Answer.Content.json(node.toString().getBytes(StandardCharsets.UTF_8));
                })
                .orElseGet(Answer.Nothing::new);
    }

    /** Takes what was sent for a draft and analyses it; files sent now stand for those sent before. */
    void take(Draft draft, SentForm sent) {
        if (draft.state().isUnderWay()) {
            return;
        }
        draft.type(sent.fields());
        ProtocolDefinition protocol = draft.subject().protocol().definition();
        Optional<TypedReadings> readings = protocol.readings().map(table -> new TypedReadings(table, draft.typed()));
        try {
            if (protocol.form().isPresent()) {
                keepEntered(draft, sent, protocol.form().orElseThrow());
            } else {
                keepFiles(draft, sent, readings.filter(each -> !each.isEmpty()));
            }
        } catch (UnusableInputException e) {
            draft.refuse(String.valueOf(e.getMessage()));
            return;
        }
        if (sent.fields().containsKey(LATER)) {
            draft.open(Map.of());
            return;
        }
        if (sent.fields().containsKey(TypedReadings.MORE)) {
            readings.ifPresent(each -> draft.open(Map.of(TypedReadings.ROWS, String.valueOf(each.moreRows()))));
            return;
        }
        ZoneId zone = records.zone(draft.subject().instrument());
        drafts.analyse(draft, known -> new NewCheckForm(known.typed(), protocol, zone).request(known, records.kit()));
    }

    /** The photos and files of a form's own fields; each is named by its field. */
    private static void keepEntered(Draft draft, SentForm sent, EntryForm form) {
        for (EntryForm.Field field : form.files()) {
            String sentAs = EntryFields.FILE + field.name();
            if (sent.hasFiles(sentAs)) {
                List<Path> moved = sent.moveTo(draft.folder().resolve("entered"), sentAs);
                enter(draft, field, moved.get(0));
            }
        }
        if (sent.hasFiles(FILES)) {
            sent.moveTo(draft.folder().resolve("entered"), FILES)
                    .forEach(file -> draft.replaceFile(Optional.empty(), file));
        }
    }

    /** Puts a file into the field it was sent for, instead of the one there was. */
    static void enter(Draft draft, EntryForm.Field field, Path file) {
        String parameter = NewCheckForm.PARAMETER + field.name();
        String before = Optional.ofNullable(draft.typed().get(parameter)).orElse("");
        Optional<Path> old = draft.files().stream()
                .filter(each -> String.valueOf(each.getFileName()).equals(before))
                .findFirst();
        draft.replaceFile(old, file);
        draft.type(Map.of(parameter, String.valueOf(file.getFileName())));
    }

    private static void keepFiles(Draft draft, SentForm sent, Optional<TypedReadings> readings) {
        boolean files = sent.hasFiles(FILES) || sent.hasFiles(SentFolder.FIELD);
        if (files) {
            Path folder = draft.nextFolder();
            List<Path> all = new ArrayList<>(sent.moveTo(folder, FILES));
            sent.moveFolder(folder.resolve(SentFolder.FIELD), SentFolder.FIELD).ifPresent(all::add);
            draft.replaceFiles(all);
        }
        if (readings.isEmpty() || sent.fields().containsKey(TypedReadings.MORE)) {
            return;
        }
        if (files) {
            throw new UnusableInputException(
                    "Files were chosen and readings typed; empty the rows, or choose no files.");
        }
        byte[] table = readings.get().csv();
        Path folder = draft.nextFolder();
        Path file = folder.resolve(TypedReadings.FILE);
        try {
            Files.createDirectories(folder);
            Files.write(file, table);
        } catch (IOException e) {
            throw new UnusableInputException(
                    "The readings could not be kept, because " + DiskFault.of(e) + "; free some space.", e);
        }
        draft.replaceFiles(List.of(file));
    }

    private Optional<Draft.Subject> subject(Instrument instrument, String path, String protocol) {
        List<Configuration> all = records.instruments().inUse(instrument.id());
        Optional<Configuration> configuration = all.stream()
                .filter(each -> each.slug().equals(path) || (path.isEmpty() && all.size() == 1))
                .findFirst();
        Optional<Catalogue.Entry> entry = records.catalogue().find(protocol).filter(each -> !each.definition()
                .isRetired());
        return configuration.flatMap(found -> entry.map(known -> new Draft.Subject(instrument, found, known)));
    }

    private Answer choicePage(Instrument instrument, Route.Request request) {
        List<Configuration> configurations = records.instruments().inUse(instrument.id());
        List<ProtocolDefinition> protocols = records.catalogue().current();
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(Crumb.instruments(pages.texts()), Crumb.of(instrument)));
        values.put("slug", instrument.slug());
        values.put("demonstration", demonstration);
        values.put(
                "paths",
                configurations.stream()
                        .map(each -> new Choice(
                                each.slug(),
                                each.name(),
                                configurations.size() == 1 || each.slug().equals(request.query("configuration"))))
                        .toList());
        values.put(
                "protocols",
                protocols.stream()
                        .map(each -> new Choice(
                                each.reference().id(),
                                each.description().title(),
                                protocols.size() == 1 || each.reference().id().equals(request.query("protocol"))))
                        .toList());
        return pages.page("new-check-choice.html", pages.texts().text("newcheck.title"), values);
    }

    private Answer formPage(Draft.Subject subject, Map<String, String> typed) {
        Map<String, Object> values = formValues(subject, typed);
        values.put("files", List.of());
        values.put("text", "");
        values.put("action", "/instruments/" + subject.instrument().slug() + "/new-check");
        values.put("begin", "/instruments/" + subject.instrument().slug() + "/new-draft");
        values.put("demonstration", demonstration);
        return pages.page("new-check.html", pages.texts().text("newcheck.title"), values);
    }

    /** What the form shows, whether for the first time or again. */
    Map<String, Object> formValues(Draft.Subject subject, Map<String, String> typed) {
        ProtocolDefinition protocol = subject.protocol().definition();
        ZoneId zone = records.zone(subject.instrument());
        Map<String, Object> values = new HashMap<>(
                new NewCheckView(protocol, subject.configuration().registry(), typed, pages.texts()).values());
        values.put("trail", List.of(Crumb.instruments(pages.texts()), Crumb.of(subject.instrument())));
        values.put("slug", subject.instrument().slug());
        values.put(
                "path",
                new Choice(
                        subject.configuration().slug(), subject.configuration().name(), true));
        values.put(
                "protocol",
                new Choice(protocol.reference().id(), protocol.description().title(), true));
        values.put("begin", "");
        values.put("zone", zone.getId());
        values.put(
                "latest",
                records.clock()
                        .instant()
                        .atZone(zone)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        values.put(
                "entry",
                EntryFields.of(subject, records, pages.texts()).stream()
                        .map(fields -> fields.view(typed))
                        .toList());
        Optional<TypedReadings> readings = protocol.readings().map(table -> new TypedReadings(table, typed));
        values.put("heads", readings.map(TypedReadings::heads).orElse(List.of()));
        values.put("rows", readings.map(TypedReadings::views).orElse(List.of()));
        values.put(
                "rowsTyped",
                readings.filter(each -> !each.isEmpty() || typed.containsKey(TypedReadings.MORE))
                        .isPresent());
        boolean measured = protocol.parameter("artefact").isPresent();
        values.put("artefacted", measured);
        values.put("artefacts", measured ? artefacts(subject, zone, typed) : List.of());
        values.put("metered", protocol.parameter("meter").isPresent());
        values.put(
                "meters", meters(zone, Optional.ofNullable(typed.get("meter")).orElse("")));
        return values;
    }

    /** The one used last is chosen where nothing was said; the form says so. */
    private List<Choice> artefacts(Draft.Subject subject, ZoneId zone, Map<String, String> typed) {
        LocalDate today = LocalDate.ofInstant(records.clock().instant(), zone);
        String chosen = Optional.ofNullable(typed.get("artefact"))
                .or(() -> records.checks()
                        .lastGiven(
                                subject.configuration().id(),
                                subject.protocol().definition().reference().id(),
                                "artefact"))
                .orElse("");
        return records.kit().artefacts().stream()
                .map(artefact -> new Choice(
                        artefact.slug(), label(artefact, today), artefact.slug().equals(chosen)))
                .toList();
    }

    private String label(Artefact artefact, LocalDate today) {
        String standing = artefact.standing(today)
                .name()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('_', '-');
        return Stream.of(
                        artefact.slug(),
                        ArtefactForm.made(artefact, pages.texts()),
                        pages.texts().text("artefact.standing." + standing))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private List<Choice> meters(ZoneId zone, String chosen) {
        Instant now = records.clock().instant();
        return records.kit().meters().stream()
                .map(meter -> new Choice(
                        meter.slug(),
                        label(meter, LocalDate.ofInstant(now, zone)),
                        meter.slug().equals(chosen)))
                .toList();
    }

    private String label(Meter meter, LocalDate today) {
        String standing = records.kit()
                .speakingFor(meter.id(), today)
                .map(each -> "meter." + each.standing(today).name().toLowerCase(java.util.Locale.ROOT))
                .orElse("meter.none");
        return meter.slug() + ", " + meter.device().model() + ", "
                + pages.texts().text(standing);
    }

    /** Name and size of files. */
    static List<FileRow> rows(List<Path> files) {
        return files.stream()
                .map(file -> new FileRow(String.valueOf(file.getFileName()), size(file)))
                .toList();
    }

    private static String size(Path file) {
        try (Stream<Path> walk = Files.walk(file)) {
            long bytes = 0;
            for (Path each : walk.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(each);
            }
            return bytes < 1_000_000 ? (bytes + 999) / 1000 + " kB" : (bytes + 500_000) / 1_000_000 + " MB";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
