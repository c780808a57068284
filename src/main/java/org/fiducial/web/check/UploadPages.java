package org.fiducial.web.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.EntryForm;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.UploadName;

/**
 * Takes large files piece by piece, so that a broken link goes on where it broke: the sender asks how many bytes arrived and
 * sends what follows them. What arrived lies beside the draft and outlives the server; the memory holds a piece of a piece.
 */
final class UploadPages {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Twice what the page sends at a time. */
    private static final long LONGEST_PIECE_BYTES = 16 << 20;

    private final Drafts drafts;

    UploadPages(Drafts drafts) {
        this.drafts = drafts;
    }

    /** How many bytes of a file of this name and size arrived. */
    Answer arrived(Route.Request request) {
        return drafts.find(request.path("id"))
                .map(draft -> answer(there(draft, request), false))
                .orElseGet(Answer.Nothing::new);
    }

    /** Takes the bytes from an offset on; where another offset is next, it is said and nothing is taken. */
    Answer take(Route.Request request) {
        try {
            return drafts.find(request.path("id"))
                    .map(draft -> take(draft, request))
                    .orElseGet(Answer.Nothing::new);
        } finally {
            passOver(request);
        }
    }

    /** Reads what of a piece nobody took: a connection closed over it breaks before the answer is read. */
    private static void passOver(Route.Request request) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            for (long left = LONGEST_PIECE_BYTES; left > 0; ) {
                int read = request.body().read(buffer);
                if (read < 0) {
                    return;
                }
                left -= read;
            }
        } catch (IOException theLinkBroke) {
            // Who sent it has gone and reads no answer.
        }
    }

    private Answer take(Draft draft, Route.Request request) {
        long size = number(request.query("size"));
        if (draft.state().isUnderWay()) {
            throw new UnusableInputException("The check is being analysed; wait for its end, or cancel it.");
        }
        Path part = part(draft, request);
        synchronized (draft) {
            if (ends(request)) {
                folder(draft, request).end(draft, request.query("name"));
                return answer(size, true);
            }
            long there = there(draft, request);
            if (number(request.query("offset")) == there && there < size) {
                drafts.requireRoomFor(size - there);
                there = append(part, there, size, request);
            }
            if (there < size) {
                return answer(there, false);
            }
            keep(draft, request, part);
            return answer(size, true);
        }
    }

    private static boolean isOfFolder(Route.Request request) {
        return request.query("field").equals(SentFolder.FIELD);
    }

    /** Whether all files of a folder were sent. */
    private static boolean ends(Route.Request request) {
        return isOfFolder(request) && !request.query("end").isEmpty();
    }

    private static SentFolder folder(Draft draft, Route.Request request) {
        return SentFolder.of(draft, request.query("name"), request.query("of"), request.query("modified"));
    }

    /** How many bytes of a file are there; of a folder's file all, once it was put to the others. */
    private static long there(Draft draft, Route.Request request) {
        long size = number(request.query("size"));
        boolean whole =
                isOfFolder(request) && length(folder(draft, request).place(request.query("name"))) == size && size > 0;
        return whole ? size : length(part(draft, request));
    }

    /** Bytes beyond the size that was announced are not taken. */
    private static long append(Path part, long from, long size, Route.Request request) {
        long at = from;
        try {
            Files.createDirectories(part.getParent());
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.position(from);
                at = copy(request.body(), file, from, size);
                file.force(false);
            }
            return at;
        } catch (IOException e) {
            throw new UnusableInputException(
                    "The file could not be kept, because " + DiskFault.of(e) + "; what arrived is kept, send the rest.",
                    e);
        }
    }

    private static long copy(InputStream in, FileChannel file, long from, long size) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long at = from;
        while (at < size) {
            int read;
            try {
                read = in.read(buffer, 0, (int) Math.min(buffer.length, size - at));
            } catch (IOException theLinkBroke) {
                return at;
            }
            if (read < 0) {
                return at;
            }
            ByteBuffer piece = ByteBuffer.wrap(buffer, 0, read);
            while (piece.hasRemaining()) {
                file.write(piece);
            }
            at += read;
        }
        return at;
    }

    /** Puts a whole file where its field wants it; a new choice of files replaces the one before. */
    private static void keep(Draft draft, Route.Request request, Path part) {
        String sentAs = request.query("field");
        Optional<EntryForm.Field> field = draft.subject().protocol().definition().form().stream()
                .flatMap(form -> form.files().stream())
                .filter(each -> sentAs.equals(EntryFields.FILE + each.name()))
                .findFirst();
        try {
            if (isOfFolder(request)) {
                keepOfFolder(draft, request, part);
                return;
            }
            Path folder = Files.createDirectories(
                    draft.subject().protocol().definition().form().isPresent()
                            ? draft.folder().resolve("entered")
                            : draft.nextFolder());
            Path file = UploadName.free(folder, request.query("name"));
            Files.move(part, file);
            if (field.isPresent()) {
                NewCheckPages.enter(draft, field.get(), file);
            } else if (request.query("first").isEmpty()) {
                draft.replaceFile(Optional.empty(), file);
            } else {
                draft.replaceFiles(List.of(file));
            }
            draft.open(Map.of());
        } catch (IOException e) {
            throw new UnusableInputException(
                    "The file could not be kept, because " + DiskFault.of(e) + "; send it again.", e);
        }
    }

    /** An empty file has no pieces. */
    private static void keepOfFolder(Draft draft, Route.Request request, Path part) throws IOException {
        if (number(request.query("size")) == 0 && !Files.exists(part)) {
            Files.createDirectories(part.getParent());
            Files.createFile(part);
        }
        folder(draft, request).keep(request.query("name"));
    }

    /** Where the pieces of a file of this field, name, size and time of change lie until it is whole. */
    private static Path part(Draft draft, Route.Request request) {
        if (isOfFolder(request)) {
            return folder(draft, request).part(request.query("name"));
        }
        String what = String.join(
                "/",
                request.query("field"),
                request.query("name"),
                String.valueOf(number(request.query("size"))),
                request.query("modified"));
        return draft.folder()
                .resolve("sending")
                .resolve(UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)) + ".part");
    }

    private static long length(Path part) {
        try {
            return Files.exists(part) ? Files.size(part) : 0;
        } catch (IOException e) {
            throw new UnusableInputException("What arrived cannot be read; send the file again.", e);
        }
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,15}")) {
            throw new UnusableInputException(
                    "An upload says its size and offset in bytes, but '" + UploadName.of(text) + "' was given.");
        }
        return Long.parseLong(text);
    }

    private static Answer answer(long offset, boolean whole) {
        return Answer.Content.json(new ObjectMapper()
                .createObjectNode()
                .put("offset", offset)
                .put("whole", whole)
                .toString()
                .getBytes(StandardCharsets.UTF_8));
    }
}
