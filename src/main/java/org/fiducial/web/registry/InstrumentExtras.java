package org.fiducial.web.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.fiducial.facility.instrument.Attachment;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.service.Upkeep;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Thumbnail;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.AttachedFile;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Leftover;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.page.Uploads;
import org.fiducial.web.records.FacilityRecords;

/** Software, photos and documents of an instrument: what its page of the registry shows of them, and the forms there. */
final class InstrumentExtras {

    private static final int MOST_FILES = 12;

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final RegistryEditor editor;
    /** Photos in small by hash, the last few that were asked for. */
    private final Map<String, byte[]> thumbnails = new HashMap<>();

    InstrumentExtras(FacilityRecords records, Pages pages, Sources sources, RegistryEditor editor) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
        this.editor = editor;
    }

    /** A release that runs, or ran. */
    public record SoftwareRow(
            String name,
            String number,
            String host,
            Days.Moment since,
            boolean now,
            String by,
            String reason,
            String event) {}

    /** A photo or document; the address of its small picture is empty where it has none. */
    public record FileRow(
            String id,
            String address,
            String picture,
            String name,
            String caption,
            String size,
            String by,
            String when) {}

    /** What the page shows. */
    Map<String, Object> values(Route.Request request, Instrument instrument, Days days) {
        Map<String, Object> values = new HashMap<>();
        List<FileRow> files = files(instrument, days);
        values.put("software", software(instrument, days));
        values.put(
                "photos",
                files.stream().filter(each -> !each.picture().isEmpty()).toList());
        values.put(
                "documents",
                files.stream().filter(each -> each.picture().isEmpty()).toList());
        values.put("at", editor.now(days.zone()));
        values.put(
                "typed",
                Map.of(
                        "software", request.form("software"),
                        "number", request.form("number"),
                        "caption", request.form("caption")));
        return values;
    }

    private List<SoftwareRow> software(Instrument instrument, Days days) {
        Registry registry = records.instruments().registry();
        List<Installation> all = registry.installations(instrument.id());
        List<SoftwareRow> rows = new ArrayList<>();
        for (Installation each : all) {
            Installation newest = all.stream()
                    .filter(other ->
                            other.host().equals(each.host()) && other.release().isOf(each.release()))
                    .findFirst()
                    .orElse(each);
            rows.add(new SoftwareRow(
                    each.release().name(),
                    each.release().number(),
                    each.host()
                            .componentId()
                            .flatMap(registry::component)
                            .map(part -> part.component().name())
                            .orElse(""),
                    days.of(each.at()),
                    newest.equals(each),
                    each.entered().by(),
                    each.entered().reason(),
                    registry.events(each.id()).stream()
                            .findFirst()
                            .map(id -> "/events/" + id)
                            .orElse("")));
        }
        return rows;
    }

    private List<FileRow> files(Instrument instrument, Days days) {
        return records.instruments().registry().attachments(instrument.id()).stream()
                .map(each -> {
                    String address = "/instruments/" + instrument.slug() + "/files/" + each.id();
                    boolean photo = each.content().kind() == Attachment.Kind.PHOTO;
                    return new FileRow(
                            each.id().toString(),
                            address,
                            photo ? address + "/small" : "",
                            each.content().name(),
                            each.caption(),
                            size(each.content().bytes()),
                            each.entered().by(),
                            days.of(each.entered().at()).day());
                })
                .toList();
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? Math.max(1, bytes / 1000) + " kB" : bytes / 1_000_000 + " MB";
    }

    /** Enters a release. */
    Answer install(Route.Request request, BiFunction<Instrument, String, Answer> again) {
        return doing(request, again, instrument -> {
            String part = request.form("component");
            Optional<UUID> component = FacilityRecords.uuid(part)
                    .flatMap(records.instruments().registry()::component)
                    .map(Located::component)
                    .map(each -> each.id());
            boolean firmware = request.form("kind").equals(Installation.Kind.FIRMWARE.word());
            if (request.form("software").isBlank() || request.form("number").isBlank()) {
                throw new UnusableInputException(pages.texts().text("software.incomplete"));
            }
            Instant at = ComponentPages.time(request, records.zone(instrument), records.clock());
            editor.upkeep()
                    .install(
                            new Installation.Host(instrument.id(), component),
                            new Installation.Release(
                                    firmware ? Installation.Kind.FIRMWARE : Installation.Kind.SOFTWARE,
                                    request.form("software").strip(),
                                    request.form("number").strip()),
                            at,
                            new Upkeep.Signature(request.form("by"), request.form("reason")));
        });
    }

    private Answer doing(
            Route.Request request, BiFunction<Instrument, String, Answer> again, Consumer<Instrument> work) {
        return records.instruments()
                .bySlug(request.path("slug"))
                .map(instrument -> {
                    if (sources.demonstration()) {
                        return again.apply(instrument, pages.texts().text("register.demonstration"));
                    }
                    try {
                        work.accept(instrument);
                        return new Answer.Elsewhere("/instruments/" + instrument.slug() + "/registry");
                    } catch (UnusableInputException e) {
                        return again.apply(instrument, String.valueOf(e.getMessage()));
                    }
                })
                .orElseGet(Answer.Nothing::new);
    }

    /** Keeps the files of the form. */
    Answer attach(Route.Request request, BiFunction<Instrument, String, Answer> again) {
        if (request.length() > MOST_FILES * AttachedFile.LARGEST_BYTES) {
            Leftover.passOver(request);
            return new Answer.Refused(
                    413, pages.texts().text("files.toolarge", AttachedFile.LARGEST_BYTES / 1_000_000));
        }
        return doing(request, again, instrument -> {
            Path folder = sources.uploads().resolve("attached-" + sources.ids().get());
            try {
                List<Path> sent = request.sent().moveTo(folder, "files");
                if (sent.isEmpty() || sent.size() > MOST_FILES) {
                    throw new UnusableInputException(pages.texts().text("files.none", MOST_FILES));
                }
                String caption = request.form("caption").strip();
                if (caption.length() > 2000) {
                    throw new UnusableInputException(pages.texts().text("files.caption"));
                }
                List<Attachment> attachments = sent.stream()
                        .map(file -> attachment(request, instrument, AttachedFile.of(file), caption))
                        .toList();
                for (int i = 0; i < sent.size(); i++) {
                    records.instruments().registry().attach(attachments.get(i), sent.get(i));
                }
            } finally {
                Uploads.removeQuietly(folder);
            }
        });
    }

    private Attachment attachment(
            Route.Request request, Instrument instrument, Attachment.Content content, String caption) {
        return new Attachment(sources.ids().get(), instrument.id(), content, caption, entered(request, instrument));
    }

    private Entered entered(Route.Request request, Instrument instrument) {
        String by = request.form("by").strip();
        return new Entered(
                by.length() > 200 ? by.substring(0, 200) : by,
                records.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                records.zone(instrument),
                request.form("reason").strip());
    }

    /** Takes a file away. */
    Answer detach(Route.Request request, BiFunction<Instrument, String, Answer> again) {
        if (found(request).isEmpty()) {
            return new Answer.Nothing();
        }
        return doing(request, again, instrument -> {
            Entered entered = entered(request, instrument);
            if (entered.reason().isEmpty() || entered.reason().length() > 2000) {
                throw new UnusableInputException(pages.texts().text("files.reason"));
            }
            records.instruments()
                    .registry()
                    .detach(found(request).orElseThrow().id(), sources.ids().get(), entered);
        });
    }

    private Optional<Attachment> found(Route.Request request) {
        Optional<UUID> id = FacilityRecords.uuid(request.path("file"));
        return records.instruments().bySlug(request.path("slug")).stream()
                .flatMap(instrument -> records.instruments().registry().attachments(instrument.id()).stream())
                .filter(each -> id.equals(Optional.of(each.id())))
                .findFirst();
    }

    /** A photo as it is; anything else to be saved. */
    Answer file(Route.Request request) {
        Optional<Attachment> attachment = found(request);
        Optional<Path> file = attachment.flatMap(records.instruments().registry()::file);
        if (attachment.isEmpty() || file.isEmpty()) {
            return new Answer.Nothing();
        }
        try {
            Attachment.Content content = attachment.get().content();
            Answer.Content bytes = new Answer.Content(content.mediaType(), Files.readAllBytes(file.get()), true);
            return content.kind() == Attachment.Kind.PHOTO ? bytes : new Answer.Download(plain(content.name()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name that can stand in a header. */
    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /** A photo in small. */
    Answer small(Route.Request request) {
        Optional<Attachment> photo =
                found(request).filter(each -> each.content().kind() == Attachment.Kind.PHOTO);
        return photo.flatMap(each -> small(each))
                .<Answer>map(bytes -> new Answer.Content("image/jpeg", bytes, true))
                .orElseGet(Answer.Nothing::new);
    }

    private Optional<byte[]> small(Attachment photo) {
        String hash = photo.content().sha256();
        synchronized (thumbnails) {
            if (!thumbnails.containsKey(hash)) {
                Optional<byte[]> made =
                        records.instruments().registry().file(photo).flatMap(Thumbnail::of);
                if (thumbnails.size() > 100) {
                    thumbnails.clear();
                }
                made.ifPresent(bytes -> thumbnails.put(hash, bytes));
            }
            return Optional.ofNullable(thumbnails.get(hash));
        }
    }
}
