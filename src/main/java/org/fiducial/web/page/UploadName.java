package org.fiducial.web.page;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The name a file sent by a browser gets here: its own as far as it is one, and never a way out of the folder. */
public final class UploadName {

    /** File systems take 255 bytes; a part is left for a number. */
    private static final int LONGEST_BYTES = 200;

    private static final int LONGEST_ENDING = 20;

    private UploadName() {}

    /** The last part of a path, without what no name may hold, cut in the middle where it is too long. */
    public static String of(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String plain = last.codePoints()
                .filter(each -> !Character.isISOControl(each) && Character.getType(each) != Character.FORMAT)
                .filter(each -> Character.isValidCodePoint(each) && Character.getType(each) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (plain.isEmpty() || plain.equals(".") || plain.equals("..")) {
            return "file";
        }
        return shortened(plain);
    }

    /** The steps of a path as names, from the outermost folder on; never a way out of it. */
    public static List<String> way(String sent) {
        List<String> steps = Arrays.stream(sent.split("[/\\\\]"))
                .filter(step -> !step.isEmpty())
                .map(UploadName::of)
                .toList();
        return steps.isEmpty() ? List.of(of(sent)) : steps;
    }

    /** A place for the name in a folder; a second file of one name gets a number. */
    public static Path free(Path folder, String sent) {
        String name = of(sent);
        int dot = ending(name);
        Path place = place(folder, name);
        for (int n = 2; Files.exists(place); n++) {
            place = place(folder, name.substring(0, dot) + " (" + n + ")" + name.substring(dot));
        }
        return place;
    }

    private static Path place(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException forbiddenHere) {
            return folder.resolve(name.replaceAll("[^\\p{L}\\p{N}._%() -]", "_"));
        }
    }

    private static String shortened(String name) {
        if (bytes(name) <= LONGEST_BYTES) {
            return name;
        }
        String ending = name.substring(ending(name));
        StringBuilder stem = new StringBuilder();
        int left = LONGEST_BYTES - bytes(ending) - bytes("…");
        for (int at = 0; at < name.length(); ) {
            String next = Character.toString(name.codePointAt(at));
            left -= bytes(next);
            if (left < 0) {
                break;
            }
            stem.append(next);
            at += next.length();
        }
        return stem + "…" + ending;
    }

    /** Where the ending begins; an image may have two of them, as in {@code .ome.tif}. */
    private static int ending(String name) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0 || name.length() - dot > LONGEST_ENDING) {
            return name.length();
        }
        int before = name.lastIndexOf('.', dot - 1);
        return before > 0 && name.regionMatches(true, before, ".ome", 0, dot - before) ? before : dot;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
