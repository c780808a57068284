package org.fiducial.web.page;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * The fields and files of a form as a browser sent it. Files lie on disk from the first byte on and are moved, never read
 * into memory.
 *
 * @param fields by name; of several of one name the first
 * @param files the files, by the name of their field
 */
public record SentForm(Map<String, String> fields, Map<String, List<Part>> files) {

    /** Bytes of files that are measured. */
    public static final long LARGEST = 1L << 40;

    /** Bytes that suffice for what is typed. */
    public static final long TYPED = 1L << 20;

    private static final Set<String> SECRETS = Set.of("password", "again", "old");

    private static final Pattern UNTYPED = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");

    /** Bytes a field may have; a longer file goes to disk. */
    static final int LONGEST_FIELD = 1 << 16;

    /**
     * Reads a form; files are put into the folder as they come.
     *
     * @param most bytes of files whoever sends them may leave here
     */
    public static SentForm of(Context context, Path parts, long most) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, List<Part>> files = new LinkedHashMap<>();
        if (JsonFields.isSent(context)) {
            JsonFields.of(context, (int) TYPED).forEach((name, text) -> fields.put(name, legible(name, text)));
            return new SentForm(fields, files).again();
        }
        if (!context.isMultipartFormData()) {
            context.formParamMap()
                    .forEach((name, values) -> fields.put(name, values.isEmpty() ? "" : legible(name, values.get(0))));
            return new SentForm(fields, files);
        }
        context.req()
                .setAttribute(
                        ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                        new MultipartConfigElement(parts.toString(), most, most, LONGEST_FIELD));
        try {
            for (Part part : context.req().getParts()) {
                if (part.getSubmittedFileName() == null) {
                    fields.putIfAbsent(part.getName(), legible(part.getName(), text(part)));
                } else if (!part.getSubmittedFileName().isEmpty()) {
                    files.computeIfAbsent(part.getName(), name -> new ArrayList<>())
                            .add(part);
                }
            }
            return new SentForm(fields, files);
        } catch (IOException e) {
            throw new UnusableInputException(
                    "The upload broke off, because " + DiskFault.of(e) + "; nothing was kept, send it again.", e);
        } catch (ServletException | IllegalStateException e) {
            throw new UnusableInputException("The upload could not be understood; nothing was kept, send it again.", e);
        }
    }

    /**
     * What was typed without what nobody types: control characters, which no database takes, and those that turn the
     * direction of a line around, by which a text pretends to be another. A password is what it is.
     */
    private static String legible(String name, String typed) {
        return SECRETS.contains(name) ? typed : UNTYPED.matcher(typed).replaceAll("");
    }

    public String field(String name) {
        return Optional.ofNullable(fields.get(name)).orElse("");
    }

    /** The same form with one more field. */
    public SentForm and(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new SentForm(more, files);
    }

    /** Programs need not type a password twice. */
    private SentForm again() {
        return fields.containsKey("password") ? and("again", field("password")) : this;
    }

    public boolean hasFiles(String field) {
        return files.containsKey(field);
    }

    /**
     * Moves the files of a field into a folder, in the order they were sent.
     *
     * @throws UnusableInputException if the disk does not take them
     */
    public List<Path> moveTo(Path folder, String field) {
        List<Path> moved = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Part part : Optional.ofNullable(files.get(field)).orElse(List.of())) {
                Path place = UploadName.free(folder, part.getSubmittedFileName());
                part.write(place.toString());
                moved.add(place);
            }
            return moved;
        } catch (IOException e) {
            throw new UnusableInputException(
                    "The files could not be kept, because " + DiskFault.of(e)
                            + "; free some space and send them again.",
                    e);
        }
    }

    /**
     * Moves a folder of a field as it was sent, file by file with the way to each; empty where none was.
     *
     * @throws UnusableInputException if it is no folder, or the disk does not take it
     */
    public Optional<Path> moveFolder(Path into, String field) {
        List<Part> parts = Optional.ofNullable(files.get(field)).orElse(List.of());
        Optional<Path> root = Optional.empty();
        try {
            for (Part part : parts) {
                List<String> way = UploadName.way(part.getSubmittedFileName());
                if (way.size() < 2) {
                    throw new UnusableInputException("'" + UploadName.of(part.getSubmittedFileName())
                            + "' was sent as a folder but is a file; choose it under Files.");
                }
                Path place = into;
                for (String step : way.subList(0, way.size() - 1)) {
                    place = place.resolve(step);
                }
                Files.createDirectories(place);
                part.write(UploadName.free(place, way.get(way.size() - 1)).toString());
                root = Optional.of(into.resolve(way.get(0)));
            }
            return root;
        } catch (IOException e) {
            throw new UnusableInputException(
                    "The folder could not be kept, because " + DiskFault.of(e) + "; free some space and send it again.",
                    e);
        }
    }

    private static String text(Part part) throws IOException {
        if (part.getSize() > LONGEST_FIELD) {
            throw new UnusableInputException("The field '" + UploadName.of(String.valueOf(part.getName()))
                    + "' holds more than " + LONGEST_FIELD + " bytes; shorten it.");
        }
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
