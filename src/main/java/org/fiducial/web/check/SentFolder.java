package org.fiducial.web.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.UploadName;
import org.fiducial.web.page.Uploads;

/**
 * A folder that is sent file by file, as an image in chunks is. Its files wait beside the draft until all are there, so
 * that the same folder chosen again after a broken link goes on with the files that lack.
 *
 * @param staged where its files wait
 * @param files how many it has
 * @param bytes how many they hold
 */
record SentFolder(Path staged, long files, long bytes) {

    /** The field of the form, and the name of the folder it is kept in. */
    static final String FIELD = "folder";

    private static final Pattern EXTENT = Pattern.compile("(\\d{1,7})-(\\d{1,15})");

    /**
     * The folder one of whose files is sent.
     *
     * @param way the path of the file from the folder on
     * @param extent files and bytes of the whole folder, as in {@code 120-4096000}; with the folder's name it tells one
     *     folder from another
     * @param modified when its newest file was changed, as the browser says; a folder changed since is another
     * @throws UnusableInputException if the extent is none
     */
    static SentFolder of(Draft draft, String way, String extent, String modified) {
        Matcher both = EXTENT.matcher(extent);
        if (!both.matches()) {
            throw new UnusableInputException("A folder says how many files and bytes it has, as in 120-4096000, but '"
                    + UploadName.of(extent) + "' was given.");
        }
        String what = UploadName.way(way).get(0) + "/" + extent + "/" + modified;
        return new SentFolder(
                draft.folder()
                        .resolve("sending")
                        .resolve(UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8))
                                .toString()),
                Long.parseLong(both.group(1)),
                Long.parseLong(both.group(2)));
    }

    /** Where a file waits once it is whole. */
    Path place(String way) {
        Path place = tree();
        for (String step : UploadName.way(way)) {
            place = place.resolve(step);
        }
        return place;
    }

    /** Where the pieces of a file lie until it is whole. */
    Path part(String way) {
        return staged.resolve("parts").resolve(UUID.nameUUIDFromBytes(way.getBytes(StandardCharsets.UTF_8)) + ".part");
    }

    private Path tree() {
        return staged.resolve("tree");
    }

    /** Puts a whole file to the others. */
    void keep(String way) throws IOException {
        Path place = place(way);
        if (!Files.exists(place)) {
            Files.createDirectories(place.getParent());
            Files.move(part(way), place);
        }
    }

    /**
     * Gives the folder to the check once every file is there.
     *
     * @throws UnusableInputException if files lack, or the disk does not take it
     */
    void end(Draft draft, String way) {
        try {
            String root = UploadName.way(way).get(0);
            requireAll(root);
            Path kept = draft.nextFolder().resolve(FIELD).resolve(root);
            Files.createDirectories(kept.getParent());
            Files.move(tree().resolve(root), kept);
            draft.replaceFiles(List.of(kept));
            draft.open(Map.of());
        } catch (IOException e) {
            throw new UnusableInputException(
                    "The folder could not be kept, because " + DiskFault.of(e) + "; choose it again.", e);
        }
        Uploads.removeQuietly(staged);
    }

    private void requireAll(String name) throws IOException {
        long arrived = 0;
        long held = 0;
        if (Files.exists(tree())) {
            try (Stream<Path> all = Files.walk(tree())) {
                for (Path each : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                    arrived++;
                    held += Files.size(each);
                }
            }
        }
        if (arrived != files || held != bytes) {
            throw new UnusableInputException("Of the folder '" + name + "' " + arrived + " of " + files + " files with "
                    + held + " of " + bytes + " bytes arrived; choose it again, what is there is not sent again.");
        }
    }
}
