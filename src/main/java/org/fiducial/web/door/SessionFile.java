package org.fiducial.web.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiducial.web.door.Sessions.Session;
import org.fiducial.web.page.PrivateFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where sessions outlast the server: a line each of the hash of its cookie, the account, the hash of what is kept of its
 * password, and when it began and was used. Whoever reads it can sign in as nobody. Where it cannot be read or written people
 * sign in anew, and nothing else happens.
 *
 * @param file readable by its owner only
 */
record SessionFile(Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(SessionFile.class);
    private static final Pattern LINE =
            Pattern.compile("([0-9a-f]{64}) (\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}) ([0-9a-f]{64})"
                    + " (\\d{1,15}) (\\d{1,15})");

    Map<String, Session> read() {
        Map<String, Session> sessions = new HashMap<>();
        if (!Files.exists(file)) {
            return sessions;
        }
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                Matcher fields = LINE.matcher(line);
                if (fields.matches()) {
                    sessions.put(
                            fields.group(1),
                            new Session(
                                    UUID.fromString(fields.group(2)),
                                    fields.group(3),
                                    Instant.ofEpochMilli(Long.parseLong(fields.group(4))),
                                    Instant.ofEpochMilli(Long.parseLong(fields.group(5)))));
                }
            }
        } catch (IOException e) {
            LOG.warn("Sessions in '{}' cannot be read; everybody signs in anew.", file);
        }
        return sessions;
    }

    void write(Map<String, Session> sessions) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(sessions).forEach((hash, session) -> lines.append(hash)
                .append(' ')
                .append(session.accountId())
                .append(' ')
                .append(session.password())
                .append(' ')
                .append(session.began().toEpochMilli())
                .append(' ')
                .append(session.used().toEpochMilli())
                .append('\n'));
        try {
            new PrivateFile(file).replace(lines.toString());
        } catch (IOException e) {
            LOG.warn("Sessions cannot be kept in '{}'; after a restart everybody signs in anew.", file);
        }
    }
}
