package org.fiducial.metrology.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiskFaultTest {

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("/a"), "this user lacks the permission"),
                Arguments.of(new NoSuchFileException("/a"), "'/a' does not exist"),
                Arguments.of(new IOException("No space left on device"), "no space is left on its disk"),
                Arguments.of(
                        new FileSystemException("/a", null, "No space left on device"), "no space is left on its disk"),
                Arguments.of(new FileSystemException("/a", null, "Read-only file system"), "its disk is read-only"),
                Arguments.of(
                        new FileSystemException("/a/b", null, "Not a directory"),
                        "the path leads through something that is no folder"),
                Arguments.of(new FileSystemException("/a"), "the system gives no reason"),
                Arguments.of(new IOException("Input/output error"), "the system says: Input/output error"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isSaidInWords(IOException fault, String words) {
        assertThat(DiskFault.of(fault)).isEqualTo(words);
    }
}
