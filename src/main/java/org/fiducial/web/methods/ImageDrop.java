package org.fiducial.web.methods;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.fiducial.exchange.AcquiredImageFile;
import org.fiducial.facility.methods.AcquiredImage;
import org.fiducial.facility.people.Permission;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;
import org.fiducial.web.door.Strangers;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Leftover;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.SentForm;
import org.fiducial.web.page.Uploads;

/**
 * Takes an image, reads what it says of its acquisition, and forgets it: the file lies in the folder of uploads while it is
 * read, and is gone whatever comes of it. Strangers may send a few in an hour, of limited size, and few at once.
 */
public final class ImageDrop {

    /** Bytes of an image from whoever sends it: OME-TIFFs may carry their text at their end, so that all of it is needed. */
    public static final long LARGEST_OF_STRANGERS = 256L << 20;

    static final long LARGEST = 4L << 30;
    private static final long LEFT_FREE = 1L << 30;
    private static final int AT_ONCE = 4;
    private static final String FIELD = "image";

    private final Uploads uploads;
    private final Supplier<UUID> ids;
    private final Strangers strangers;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public ImageDrop(Uploads uploads, Supplier<UUID> ids, Clock clock) {
        this.uploads = uploads;
        this.ids = ids;
        this.strangers = new Strangers(clock);
    }

    /** What became of what was sent: what the image says, or a sentence, or an answer where nothing is even taken. */
    public record Looked(Optional<AcquiredImage> image, String refusal, Optional<Answer> closed) {

        /** Where nothing was sent. */
        public static Looked nothing() {
            return new Looked(Optional.empty(), "", Optional.empty());
        }

        /** The day it was acquired, by its own account. */
        public Optional<LocalDate> day() {
            return image.flatMap(AcquiredImage::acquiredAt).map(LocalDateTime::toLocalDate);
        }

        static Looked closed(int status, String sentence) {
            return new Looked(Optional.empty(), sentence, Optional.of(new Answer.Refused(status, sentence)));
        }
    }

    /** Reads what a request sends, in the words of a language where it does not. */
    public Looked at(Route.Request request, Texts texts) {
        Looked looked = looked(request, texts);
        if (looked.closed().isPresent()) {
            Leftover.passOver(request);
        }
        return looked;
    }

    private Looked looked(Route.Request request, Texts texts) {
        boolean known = request.may(Permission.READ);
        long most = known ? LARGEST : LARGEST_OF_STRANGERS;
        if (request.length() > most + SentForm.TYPED) {
            return Looked.closed(413, texts.text("methods.image.toolarge", most >> 20));
        }
        if (!known && !strangers.admit(request.from().address())) {
            return Looked.closed(429, texts.text("methods.image.toomany"));
        }
        if (uploads.free() < most + LEFT_FREE || !places.tryAcquire()) {
            return Looked.closed(503, texts.text("methods.image.busy"));
        }
        Path folder = uploads.parts().resolve(ids.get().toString());
        try {
            List<Path> files = request.sentUpTo(most).moveTo(folder, FIELD);
            if (files.isEmpty()) {
                return new Looked(Optional.empty(), texts.text("methods.image.none"), Optional.empty());
            }
            return new Looked(Optional.of(AcquiredImageFile.read(files.get(0))), "", Optional.empty());
        } catch (UnusableInputException e) {
            return new Looked(Optional.empty(), String.valueOf(e.getMessage()), Optional.empty());
        } finally {
            places.release();
            if (Files.exists(folder)) {
                Uploads.removeQuietly(folder);
            }
        }
    }
}
