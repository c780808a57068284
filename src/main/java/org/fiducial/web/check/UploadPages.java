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
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Leftover;
import org.fiducial.web.page.Route;

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
                .map(draft -> answer(Arrival.of(draft, request).there(), false))
                .orElseGet(Answer.Nothing::new);
    }

    /** Takes the bytes from an offset on; where another offset is next, it is said and nothing is taken. */
    Answer take(Route.Request request) {
        try {
            return drafts.find(request.path("id"))
                    .map(draft -> take(draft, request))
                    .orElseGet(Answer.Nothing::new);
        } finally {
            Leftover.passOver(request.body(), LONGEST_PIECE_BYTES);
        }
    }

    private Answer take(Draft draft, Route.Request request) {
        Arrival arrival = Arrival.of(draft, request);
        if (draft.state().isUnderWay()) {
            throw new UnusableInputException("The check is being analysed; wait for its end, or cancel it.");
        }
        long size = arrival.sent().size();
        synchronized (draft) {
            long there = arrival.ends() ? size : arrival.there();
            if (there < size && Arrival.number(request.query("offset")) == there) {
                drafts.requireRoomFor(size - there);
                there = append(arrival.part(), there, size, request);
            }
            if (there < size) {
                return answer(there, false);
            }
            keep(arrival);
            return answer(size, true);
        }
    }

    private static void keep(Arrival arrival) {
        try {
            arrival.keep();
        } catch (IOException e) {
            throw new UnusableInputException(
                    "The file could not be kept, because " + DiskFault.of(e) + "; send it again.", e);
        }
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

    private static Answer answer(long offset, boolean whole) {
        return Answer.Content.json(new ObjectMapper()
                .createObjectNode()
                .put("offset", offset)
                .put("whole", whole)
                .toString()
                .getBytes(StandardCharsets.UTF_8));
    }
}
