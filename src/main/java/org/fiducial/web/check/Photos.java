package org.fiducial.web.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.form.StepPicture;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.web.page.Answer;

/** Photos that were sent with a check: pictures a browser shows, by what they hold and not by their names. */
final class Photos {

    private static final int MARK_BYTES = 8;
    private static final long LARGEST_BYTES = 30_000_000;

    private Photos() {}

    /** A photo on the page of its check. */
    public record Photo(String name, String sha256) {}

    static List<Photo> of(Check check, Checks checks) {
        return check.result().provenance().inputs().stream()
                .filter(input -> isShown(input, checks))
                .map(input -> new Photo(input.name(), input.sha256()))
                .toList();
    }

    private static boolean isShown(InputFile input, Checks checks) {
        return input.bytes() <= LARGEST_BYTES
                && checks.input(input.sha256()).filter(Photos::isPicture).isPresent();
    }

    private static boolean isPicture(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return StepPicture.isPicture(in.readNBytes(MARK_BYTES));
        } catch (IOException notThere) {
            return false;
        }
    }

    static Answer answer(Check check, Checks checks, String sha256) {
        Optional<Path> file = check.result().provenance().inputs().stream()
                .filter(input -> input.sha256().equals(sha256) && isShown(input, checks))
                .findFirst()
                .flatMap(input -> checks.input(sha256));
        if (file.isEmpty()) {
            return new Answer.Nothing();
        }
        try {
            byte[] content = Files.readAllBytes(file.get());
            return new Answer.Content((content[0] & 0xff) == 0xff ? "image/jpeg" : "image/png", content, true);
        } catch (IOException notThereAnyMore) {
            return new Answer.Nothing();
        }
    }
}
