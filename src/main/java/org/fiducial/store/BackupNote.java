package org.fiducial.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a backup says of itself, so that a restored record can be compared with it.
 *
 * @param at when it was taken
 * @param heads the newest audit row of every facility
 * @param rows how many rows each table has
 * @param files everything else in it, in the order it was written
 * @param faults what was wrong with the record when it was taken, one sentence each
 */
public record BackupNote(
        Instant at, List<AuditTrail.Head> heads, SortedMap<String, Long> rows, List<Part> files, List<String> faults) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FORMAT = "fiducial-backup-1";

    public BackupNote {
        heads = List.copyOf(heads);
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }

    /**
     * A file of a backup.
     *
     * @param name its way from the data folder on, with {@code /}
     * @param sha256 64 lower-case hexadecimal digits
     */
    public record Part(String name, long bytes, String sha256) {}

    /** The bytes of all files together. */
    public long bytes() {
        return files.stream().mapToLong(Part::bytes).sum();
    }

    /** How many of the files are kept inputs. */
    public int inputs() {
        return (int) files.stream()
                .filter(part -> part.name().startsWith(DataFolder.FILES + "/"))
                .count();
    }

    byte[] json() {
        ObjectNode document = MAPPER.createObjectNode().put("format", FORMAT).put("at", at.toString());
        ArrayNode chains = document.putArray("heads");
        heads.forEach(head -> chains.addObject()
                .put("facility", head.facilityId().toString())
                .put("rows", head.sequence())
                .put("head", head.hash()));
        ObjectNode tables = document.putObject("rows");
        rows.forEach(tables::put);
        ArrayNode parts = document.putArray("files");
        files.forEach(part -> parts.addObject()
                .put("name", part.name())
                .put("bytes", part.bytes())
                .put("sha256", part.sha256()));
        ArrayNode sentences = document.putArray("faults");
        faults.forEach(sentences::add);
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }

    /**
     * Reads a note back.
     *
     * @throws IOException if it is none
     */
    static BackupNote read(byte[] json) throws IOException {
        JsonNode document = MAPPER.readTree(json);
        if (!document.path("format").asText().equals(FORMAT)) {
            throw new IOException(
                    "its note is of the form '" + document.path("format").asText("") + "', not '" + FORMAT + "'");
        }
        List<AuditTrail.Head> heads = new ArrayList<>();
        SortedMap<String, Long> rows = new TreeMap<>();
        List<Part> files = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        try {
            document.path("heads")
                    .forEach(head -> heads.add(new AuditTrail.Head(
                            UUID.fromString(head.path("facility").asText()),
                            head.path("rows").asLong(),
                            head.path("head").asText())));
            document.path("rows")
                    .properties()
                    .forEach(each -> rows.put(each.getKey(), each.getValue().asLong()));
            document.path("files")
                    .forEach(part -> files.add(new Part(
                            part.path("name").asText(),
                            part.path("bytes").asLong(),
                            part.path("sha256").asText())));
            document.path("faults").forEach(fault -> faults.add(fault.asText()));
            return new BackupNote(Instant.parse(document.path("at").asText()), heads, rows, files, faults);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("its note cannot be understood", e);
        }
    }
}
