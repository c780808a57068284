package org.fiducial.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a backup says of itself, so that a restored record can be compared with it. In its file every other file of the
 * backup is named too; these may be a million, and are written and read one by one.
 *
 * @param at when it was taken
 * @param heads the newest audit row of every facility
 * @param rows how many rows each table has
 * @param extent the files that are in it
 * @param faults what was wrong with the record when it was taken, one sentence each
 */
public record BackupNote(
        Instant at, List<AuditTrail.Head> heads, SortedMap<String, Long> rows, Extent extent, List<String> faults) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FORMAT = "fiducial-backup-1";

    public BackupNote {
        heads = List.copyOf(heads);
        faults = List.copyOf(faults);
    }

    /**
     * The files of a backup together.
     *
     * @param all how many there are
     * @param inputs how many of them are kept files
     * @param bytes the size of the kept files
     */
    public record Extent(long all, int inputs, long bytes) {

        static final Extent NONE = new Extent(0, 0, 0);

        Extent and(Part part) {
            return part.name().startsWith(DataFolder.FILES + "/")
                    ? new Extent(all + 1, inputs + 1, bytes + part.bytes())
                    : new Extent(all + 1, inputs, bytes);
        }
    }

    /**
     * A file of a backup.
     *
     * @param name its way from the data folder on, with {@code /}
     * @param sha256 64 lower-case hexadecimal digits
     */
    record Part(String name, long bytes, String sha256) {}

    /** What is done with each file that is named. */
    @FunctionalInterface
    interface Reader {
        void read(Part part) throws IOException;
    }

    /** The files of a backup that is being written, in a file of their own. */
    static final class Parts implements AutoCloseable {

        private final Path list;
        private final JsonGenerator out;
        private Extent extent = Extent.NONE;

        /**
         * None yet.
         *
         * @param list a file that is made and removed again
         */
        Parts(Path list) throws IOException {
            this.list = list;
            this.out = MAPPER.createGenerator(Files.newOutputStream(list));
            out.writeStartArray();
        }

        void add(Part part) throws IOException {
            write(out, part);
            extent = extent.and(part);
        }

        Extent extent() {
            return extent;
        }

        /** Names them once more; there are no more of them. */
        void each(Reader reader) throws IOException {
            out.writeEndArray();
            out.flush();
            try (JsonParser in = MAPPER.createParser(list.toFile())) {
                in.nextToken();
                eachPart(in, reader);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
            Files.deleteIfExists(list);
        }
    }

    /** The size of the kept files. */
    public long bytes() {
        return extent.bytes();
    }

    /** How many of the files are kept inputs. */
    public int inputs() {
        return extent.inputs();
    }

    /** Writes the note with all files it is about; the stream is left open. */
    void write(OutputStream to, Parts parts) throws IOException {
        ObjectNode facts = MAPPER.createObjectNode();
        ArrayNode chains = facts.putArray("heads");
        heads.forEach(head -> chains.addObject()
                .put("facility", head.facilityId().toString())
                .put("rows", head.sequence())
                .put("head", head.hash()));
        ObjectNode tables = facts.putObject("rows");
        rows.forEach(tables::put);
        ArrayNode sentences = facts.putArray("faults");
        faults.forEach(sentences::add);
        JsonGenerator out = MAPPER.createGenerator(to).useDefaultPrettyPrinter();
        out.writeStartObject();
        out.writeStringField("format", FORMAT);
        out.writeStringField("at", at.toString());
        out.writeObjectField("heads", chains);
        out.writeObjectField("rows", tables);
        out.writeArrayFieldStart("files");
        parts.each(part -> write(out, part));
        out.writeEndArray();
        out.writeObjectField("faults", sentences);
        out.writeEndObject();
        // Closing it would close the stream.
        out.flush();
    }

    private static void write(JsonGenerator out, Part part) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", part.name());
        out.writeNumberField("bytes", part.bytes());
        out.writeStringField("sha256", part.sha256());
        out.writeEndObject();
    }

    /**
     * Reads a note back.
     *
     * @param reader gets each file it is about
     * @throws IOException if it is none, or the reader throws it
     */
    static BackupNote read(InputStream json, Reader reader) throws IOException {
        ObjectNode document = MAPPER.createObjectNode();
        Extent[] extent = {Extent.NONE};
        try (JsonParser in = MAPPER.createParser(json)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("its note is no JSON object");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String field = in.currentName();
                if (in.nextToken() == JsonToken.START_ARRAY && field.equals("files")) {
                    eachPart(in, part -> {
                        reader.read(part);
                        extent[0] = extent[0].and(part);
                    });
                } else {
                    document.set(field, MAPPER.<JsonNode>readTree(in));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IOException("its note cannot be understood", e);
        }
        return of(document, extent[0]);
    }

    private static void eachPart(JsonParser in, Reader reader) throws IOException {
        while (in.nextToken() == JsonToken.START_OBJECT) {
            JsonNode part = MAPPER.readTree(in);
            reader.read(new Part(
                    part.path("name").asText(),
                    part.path("bytes").asLong(),
                    part.path("sha256").asText()));
        }
    }

    private static BackupNote of(JsonNode document, Extent extent) throws IOException {
        if (!document.path("format").asText().equals(FORMAT)) {
            throw new IOException(
                    "its note is of the form '" + document.path("format").asText("") + "', not '" + FORMAT + "'");
        }
        List<AuditTrail.Head> heads = new ArrayList<>();
        SortedMap<String, Long> rows = new TreeMap<>();
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
            document.path("faults").forEach(fault -> faults.add(fault.asText()));
            return new BackupNote(Instant.parse(document.path("at").asText()), heads, rows, extent, faults);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("its note cannot be understood", e);
        }
    }
}
