package org.fiducial.web.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Uploads;
import org.fiducial.web.records.FacilityRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps drafts in the data folder: {@code drafts/<id>/draft.json} with what was typed, and the files that were sent beside
 * it. The file is written beside the old one, forced to the disk and put in its place at once, so that it is always a whole
 * one, whatever ends the process.
 */
public final class DraftShelf implements DraftKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(DraftShelf.class);
    private static final String FILE = "draft.json";
    private static final String NEW = "draft.new";

    private final Path root;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    public DraftShelf(Path root, Clock clock) {
        this.root = root.toAbsolutePath().normalize();
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    /** A folder for a new draft. */
    Path folder(UUID draft) {
        try {
            return Files.createDirectories(root.resolve(draft.toString()));
        } catch (IOException e) {
            throw refuse(e);
        }
    }

    void remove(Path folder) {
        Uploads.removeQuietly(folder);
    }

    @Override
    public int folders(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> String.valueOf(each.getFileName()))
                    .filter(name -> name.matches("\\d{1,6}"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw refuse(e);
        }
    }

    @Override
    public void keep(Draft draft, Draft.Entered entered) {
        ObjectNode node = json.createObjectNode()
                .put("instrument", draft.subject().instrument().slug())
                .put("configuration", draft.subject().configuration().slug())
                .put(
                        "protocol",
                        draft.subject().protocol().definition().reference().toString())
                .put("owner", draft.origin().owner())
                .put("begun", draft.origin().begun().toString())
                .put("changed", entered.changed().toString())
                .put("submitted", entered.submitted());
        entered.recording().ifPresent(check -> node.put("recording", check.toString()));
        ObjectNode typed = node.putObject("typed");
        new TreeMap<>(entered.typed()).forEach(typed::put);
        ArrayNode files = node.putArray("files");
        entered.files()
                .forEach(file -> files.add(draft.folder().relativize(file).toString()));
        try {
            byte[] bytes = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
            replace(draft.folder(), bytes);
        } catch (IOException e) {
            throw new UnusableInputException(
                    "What was entered could not be kept, because " + DiskFault.of(e) + "; free some space.", e);
        }
    }

    private static void replace(Path folder, byte[] bytes) throws IOException {
        Path beside = folder.resolve(NEW);
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(beside, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** All drafts that can be gone on with; what has become a check meanwhile is removed, what is not understood stays. */
    List<Draft> all(FacilityRecords records) {
        List<Draft> all = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return all;
        }
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.sorted().toList()) {
                FacilityRecords.uuid(String.valueOf(folder.getFileName()))
                        .filter(id -> Files.isRegularFile(folder.resolve(FILE)))
                        .flatMap(id -> read(id, folder, records))
                        .ifPresent(all::add);
            }
        } catch (IOException e) {
            throw refuse(e);
        }
        return all;
    }

    private Optional<Draft> read(UUID id, Path folder, FacilityRecords records) {
        try {
            JsonNode node = json.readTree(Files.readAllBytes(folder.resolve(FILE)));
            Optional<UUID> check = FacilityRecords.uuid(node.path("recording").asText());
            if (check.flatMap(records.checks()::byId).isPresent()) {
                remove(folder);
                return Optional.empty();
            }
            Draft.Origin origin = new Draft.Origin(
                    node.path("owner").asText(),
                    Instant.parse(node.path("begun").asText()));
            Draft.Entered entered = new Draft.Entered(
                    typed(node.path("typed")),
                    files(folder, node.path("files")),
                    node.path("submitted").asBoolean(),
                    Optional.empty(),
                    Instant.parse(node.path("changed").asText()));
            return subject(node, records).map(subject -> Draft.restored(id, subject, folder, origin, this, entered));
        } catch (IOException | DateTimeParseException e) {
            LOG.warn("The check in progress in {} cannot be read and is left as it is", folder, e);
            return Optional.empty();
        }
    }

    private static Map<String, String> typed(JsonNode node) {
        Map<String, String> typed = new TreeMap<>();
        node.fields()
                .forEachRemaining(
                        field -> typed.put(field.getKey(), field.getValue().asText()));
        return typed;
    }

    /** The files that are there; one whose name leads elsewhere is not. */
    private static List<Path> files(Path folder, JsonNode node) {
        List<Path> files = new ArrayList<>();
        for (JsonNode each : node) {
            Path file = folder.resolve(each.asText()).normalize();
            if (file.startsWith(folder) && Files.exists(file)) {
                files.add(file);
            }
        }
        return files;
    }

    private static Optional<Draft.Subject> subject(JsonNode node, FacilityRecords records) {
        Optional<Instrument> instrument =
                records.instruments().bySlug(node.path("instrument").asText());
        Optional<Catalogue.Entry> protocol =
                records.catalogue().find(node.path("protocol").asText());
        return instrument.flatMap(found -> protocol.flatMap(
                entry -> configuration(node, records, found).map(path -> new Draft.Subject(found, path, entry))));
    }

    private static Optional<Configuration> configuration(
            JsonNode node, FacilityRecords records, Instrument instrument) {
        return records.instruments().configurations(instrument.id()).stream()
                .filter(path -> path.slug().equals(node.path("configuration").asText()))
                .findFirst();
    }

    private UnusableInputException refuse(IOException fault) {
        return new UnusableInputException(
                "The folder '" + root + "' for checks in progress cannot be used, because " + DiskFault.of(fault)
                        + "; check space and permissions.",
                fault);
    }
}
