package org.fiducial.web.registry;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.exchange.InstrumentDraft;
import org.fiducial.exchange.InstrumentFile;
import org.fiducial.exchange.InstrumentImport;
import org.fiducial.exchange.InstrumentTemplates;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Slug;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.AttachedFile;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Leftover;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.page.Uploads;
import org.fiducial.web.records.FacilityRecords;

/**
 * Adds an instrument from a file of another program, from a template, or like one that is there: first what would be taken
 * over is shown, then a person confirms it.
 */
final class ImportPages {

    private static final String IMPORT = "/import-instrument";

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final RegistryFields fields;

    ImportPages(FacilityRecords records, Pages pages, Sources sources, RegistryEditor editor) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
        this.fields = editor.fields();
    }

    /** A component or light path that would be added. */
    public record Row(String kind, String name, String made, String known) {}

    /** What the form holds. */
    private record Shown(Optional<InstrumentDraft> draft, String yaml, Map<String, String> typed, String refusal) {}

    /** The form that asks for a file; or what a template or another instrument would give. */
    Answer form(Route.Request request) {
        try {
            Optional<InstrumentDraft> draft = template(request);
            return draft.map(each -> shown(each, ""))
                    .orElseGet(() -> page(new Shown(Optional.empty(), "", Map.of(), "")));
        } catch (UnusableInputException e) {
            return page(new Shown(Optional.empty(), "", Map.of(), String.valueOf(e.getMessage())));
        }
    }

    private Optional<InstrumentDraft> template(Route.Request request) {
        if (!request.query("template").isEmpty()) {
            return InstrumentTemplates.of(request.query("template"), records.catalogue());
        }
        return records.instruments()
                .bySlug(request.query("like"))
                .map(instrument -> InstrumentDraft.like(
                        Fields.of(instrument),
                        records.instruments()
                                .registry()
                                .componentsOf(instrument.id(), records.clock().instant()),
                        records.instruments().configurations(instrument.id())));
    }

    private Answer shown(InstrumentDraft draft, String refusal) {
        String name = draft.fields().text(Fields.NAME);
        String slug = Slug.of(name).isEmpty() ? "instrument" : Slug.of(name);
        Map<String, String> typed = Map.of(
                "name", name, "slug", slug, "serial", draft.fields().text(Fields.SERIAL), "location", "", "by", "");
        return page(new Shown(Optional.of(draft), draft.yaml(slug), typed, refusal));
    }

    /** Shows what a file would give, or adds what was confirmed. */
    Answer sent(Route.Request request) {
        if (sources.demonstration()) {
            return page(new Shown(Optional.empty(), "", Map.of(), pages.texts().text("register.demonstration")));
        }
        if (request.length() > 2 * AttachedFile.LARGEST_BYTES * 40) {
            Leftover.passOver(request);
            return new Answer.Refused(413, pages.texts().text("import.toolarge"));
        }
        if (!request.form("yaml").isBlank()) {
            return added(request, request.form("yaml"));
        }
        try {
            InstrumentDraft draft = sentFile(request);
            String name = request.form("name").isBlank() ? draft.fields().text(Fields.NAME) : request.form("name");
            return request.form("add").equals("yes")
                    ? added(request, draft.yaml(Slug.of(name).isEmpty() ? "instrument" : Slug.of(name)))
                    : shown(draft, "");
        } catch (UnusableInputException e) {
            return page(new Shown(Optional.empty(), "", Map.of(), String.valueOf(e.getMessage())));
        }
    }

    private Answer added(Route.Request request, String yaml) {
        Map<String, String> typed = new HashMap<>();
        for (String name : List.of("name", "slug", "serial", "location", "by")) {
            typed.put(name, request.form(name).strip());
        }
        try {
            InstrumentFile file = InstrumentFile.of(pages.texts().text("import.source"), yaml, records.catalogue())
                    .typed(typed);
            Instrument added = file.addTo(
                    records.instruments(),
                    new InstrumentFile.Adding(sources.ids(), records.clock().instant(), typed.getOrDefault("by", "")));
            return new Answer.Elsewhere("/instruments/" + added.slug() + "/registry");
        } catch (UnusableInputException | DuplicateSlugException e) {
            return page(new Shown(draft(yaml), yaml, typed, String.valueOf(e.getMessage())));
        }
    }

    private Optional<InstrumentDraft> draft(String yaml) {
        try {
            return Optional.of(InstrumentFile.of("", yaml, records.catalogue()).draft());
        } catch (UnusableInputException unreadable) {
            return Optional.empty();
        }
    }

    /** What a file of another program describes. */
    private InstrumentDraft sentFile(Route.Request request) {
        Path folder = sources.uploads().resolve("imported-" + sources.ids().get());
        try {
            List<Path> sent = request.sent().moveTo(folder, "files");
            if (sent.size() != 1) {
                throw new UnusableInputException(pages.texts().text("import.onefile"));
            }
            return InstrumentImport.read(sent.get(0), records.catalogue());
        } finally {
            Uploads.removeQuietly(folder);
        }
    }

    private Answer page(Shown shown) {
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(new Crumb(pages.texts().text("registry.list"), "/registry")));
        values.put("refusal", shown.refusal());
        values.put("demonstration", sources.demonstration());
        values.put("action", IMPORT);
        values.put("yaml", shown.yaml());
        values.put("typed", shown.typed());
        values.put("homeless", records.instruments().home().isEmpty());
        values.put(
                "templates",
                InstrumentTemplates.names().stream()
                        .map(name -> new Choice(name, pages.texts().text("template." + name), false))
                        .toList());
        values.put(
                "known",
                records.instruments().all().stream()
                        .map(each -> new Choice(each.slug(), each.name(), false))
                        .toList());
        values.put("parts", shown.draft().map(this::parts).orElse(List.of()));
        values.put("paths", shown.draft().map(this::paths).orElse(List.of()));
        values.put(
                "software",
                shown.draft()
                        .map(draft -> draft.software().stream()
                                .map(each -> each.name() + " " + each.number())
                                .toList())
                        .orElse(List.of()));
        values.put("leftover", shown.draft().map(InstrumentDraft::leftOver).orElse(List.of()));
        return pages.page("registry-import.html", pages.texts().text("import.title"), values);
    }

    private List<Row> parts(InstrumentDraft draft) {
        return draft.parts().stream()
                .map(part -> new Row(
                        pages.texts().text("component.kind." + part.kind().word()),
                        part.fields().text(Fields.NAME),
                        (part.fields().text(Fields.MANUFACTURER) + " "
                                        + part.fields().text(Fields.MODEL))
                                .strip(),
                        known(part.fields())))
                .toList();
    }

    private List<Row> paths(InstrumentDraft draft) {
        return draft.paths().stream()
                .map(path -> new Row(
                        "",
                        path.fields().text(Fields.NAME),
                        String.join(
                                ", ",
                                draft.parts().stream()
                                        .filter(part -> path.parts().contains(part.key()))
                                        .map(part -> part.fields().text(Fields.NAME))
                                        .toList()),
                        known(path.fields())))
                .toList();
    }

    private String known(Fields of) {
        return String.join(
                ", ",
                of.properties().entrySet().stream()
                        .map(each -> fields.label("property." + each.getKey()) + " " + each.getValue())
                        .toList());
    }
}
