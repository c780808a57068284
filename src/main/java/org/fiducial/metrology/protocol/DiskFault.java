package org.fiducial.metrology.protocol;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Why a file or folder could not be read or written, in words; what the platform says names only the file. */
public final class DiskFault {

    private DiskFault() {}

    /** A clause such as {@code this user lacks the permission} or {@code no space is left on its disk}. */
    public static String of(IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return "this user lacks the permission";
        }
        if (fault instanceof NoSuchFileException missing) {
            return "'" + missing.getFile() + "' does not exist";
        }
        if (fault instanceof NotDirectoryException || fault instanceof FileSystemLoopException) {
            return "the path leads through something that is no folder";
        }
        String reason = fault instanceof FileSystemException named
                ? Optional.ofNullable(named.getReason()).orElse("")
                : String.valueOf(fault.getMessage());
        return switch (reason) {
            case "No space left on device", "Disk quota exceeded" -> "no space is left on its disk";
            case "Read-only file system" -> "its disk is read-only";
            case "Not a directory" -> "the path leads through something that is no folder";
            case "", "null" -> "the system gives no reason";
            default -> "the system says: " + reason.lines().findFirst().orElse("nothing");
        };
    }
}
