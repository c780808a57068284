package org.fiducial.web.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.PrivateFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came under the keys of programs, so that it outlasts the server: a line when work begins and one when it ended, each on
 * the disk before the answer goes out. Keys and contents stand there as hashes only. Where the file cannot be read or written
 * keys are forgotten with the server, and nothing else happens.
 *
 * @param file readable by its owner only
 */
record RetryFile(Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(RetryFile.class);
    private static final Pattern LINE = Pattern.compile(
            "(\\d{1,15}) ([0-9a-f]{64}) ([0-9a-f]{64})" + " (begun|refused|done ([A-Za-z0-9+/=]*) ([A-Za-z0-9+/=]*))");

    /**
     * What is known of a key.
     *
     * @param answer empty where the work began and nobody saw it end
     */
    record Known(Instant began, String content, Optional<Answer.Stored> answer) {}

    /** The keys, oldest first, those refused left out. */
    Map<String, Known> read() {
        Map<String, Known> known = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return known;
        }
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                Matcher fields = LINE.matcher(line);
                if (!fields.matches()) {
                    continue;
                }
                known.remove(fields.group(2));
                if (!fields.group(4).equals("refused")) {
                    known.put(fields.group(2), known(fields));
                }
            }
        } catch (IOException e) {
            LOG.warn("The keys of programs in '{}' cannot be read; what is sent again is done again.", file);
        }
        return known;
    }

    private static Known known(Matcher fields) {
        return new Known(
                Instant.ofEpochMilli(Long.parseLong(fields.group(1))),
                fields.group(3),
                Optional.ofNullable(fields.group(5))
                        .map(address -> new Answer.Stored(
                                new String(Base64.getDecoder().decode(address), StandardCharsets.UTF_8),
                                Base64.getDecoder()
                                        .decode(Optional.ofNullable(fields.group(6))
                                                .orElse("")))));
    }

    void begun(String key, Known known) {
        append(line(key, known));
    }

    void done(String key, Known known) {
        append(line(key, known));
    }

    void refused(String key, Known known) {
        append(head(key, known) + "refused\n");
    }

    /** Writes the file anew with these only. */
    void keep(Map<String, Known> known) {
        StringBuilder lines = new StringBuilder();
        known.forEach((key, each) -> lines.append(line(key, each)));
        try {
            new PrivateFile(file).replace(lines.toString());
        } catch (IOException e) {
            forgotten();
        }
    }

    private static String line(String key, Known known) {
        return head(key, known)
                + known.answer()
                        .map(answer -> "done " + coded(answer.address().getBytes(StandardCharsets.UTF_8)) + " "
                                + coded(answer.content().bytes()))
                        .orElse("begun")
                + "\n";
    }

    private static String head(String key, Known known) {
        return known.began().toEpochMilli() + " " + key + " " + known.content() + " ";
    }

    private static String coded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void append(String line) {
        if (!Files.exists(file)) {
            keep(Map.of());
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            forgotten();
        }
    }

    private void forgotten() {
        LOG.warn(
                "The keys of programs cannot be kept in '{}'; after a restart what is sent again is done again.", file);
    }
}
