package org.fiducial.web.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.metrology.protocol.EntryForm;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.UploadName;

/** A file that arrives piece by piece: by itself, or as one of a folder. */
sealed interface Arrival {

    /** What a request says of the file it sends a piece of. */
    static Arrival of(Draft draft, Route.Request request) {
        Sent sent = new Sent(
                request.query("field"),
                request.query("name"),
                number(request.query("size")),
                request.query("modified"));
        return sent.field().equals(SentFolder.FIELD)
                ? new OfFolder(
                        draft,
                        sent,
                        SentFolder.of(draft, sent.name(), request.query("of"), sent.modified()),
                        !request.query("end").isEmpty())
                : new Alone(draft, sent, !request.query("first").isEmpty());
    }

    /** A number of bytes. */
    static long number(String text) {
        if (!text.matches("\\d{1,15}")) {
            throw new UnusableInputException(
                    "An upload says its size and offset in bytes, but '" + UploadName.of(text) + "' was given.");
        }
        return Long.parseLong(text);
    }

    /**
     * What the sender says of a file.
     *
     * @param field the field of the form it was chosen in
     * @param name its name; of a file of a folder the way from the folder on
     * @param size its bytes
     * @param modified when it was changed, as the browser says; a file changed since is another
     */
    record Sent(String field, String name, long size, String modified) {}

    Sent sent();

    /** Where its pieces lie until it is whole. */
    Path part();

    /** Whether it says that all were sent instead of sending a piece. */
    boolean ends();

    /** How many of its bytes are there. */
    long there();

    /** Puts the whole file, or what ends with it, where it belongs. */
    void keep() throws IOException;

    private static long length(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UnusableInputException("What arrived cannot be read; send the file again.", e);
        }
    }

    /**
     * A file by itself.
     *
     * @param first whether it is the first of a new choice, which replaces the one before
     */
    record Alone(Draft draft, Sent sent, boolean first) implements Arrival {

        @Override
        public Path part() {
            String what = String.join("/", sent.field(), sent.name(), String.valueOf(sent.size()), sent.modified());
            return draft.folder()
                    .resolve("sending")
                    .resolve(UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)) + ".part");
        }

        @Override
        public boolean ends() {
            return false;
        }

        @Override
        public long there() {
            return length(part());
        }

        @Override
        public void keep() throws IOException {
            Optional<EntryForm> form = draft.subject().protocol().definition().form();
            Path folder =
                    Files.createDirectories(form.isPresent() ? draft.folder().resolve("entered") : draft.nextFolder());
            Path file = UploadName.free(folder, sent.name());
            Files.move(part(), file);
            Optional<EntryForm.Field> field = form.stream()
                    .flatMap(each -> each.files().stream())
                    .filter(each -> sent.field().equals(EntryFields.FILE + each.name()))
                    .findFirst();
            if (field.isPresent()) {
                NewCheckPages.enter(draft, field.get(), file);
            } else if (first) {
                draft.replaceFiles(List.of(file));
            } else {
                draft.replaceFile(Optional.empty(), file);
            }
            draft.open(Map.of());
        }
    }

    /** A file of a folder. */
    record OfFolder(Draft draft, Sent sent, SentFolder folder, boolean ends) implements Arrival {

        @Override
        public Path part() {
            return folder.part(sent.name());
        }

        /** All of them, once it was put to the others. */
        @Override
        public long there() {
            boolean whole = length(folder.place(sent.name())) == sent.size() && sent.size() > 0;
            return whole ? sent.size() : length(part());
        }

        /** An empty file has no pieces. */
        @Override
        public void keep() throws IOException {
            if (ends) {
                folder.end(draft, sent.name());
                return;
            }
            if (sent.size() == 0 && !Files.exists(part())) {
                Files.createDirectories(part().getParent());
                Files.createFile(part());
            }
            folder.keep(sent.name());
        }
    }
}
