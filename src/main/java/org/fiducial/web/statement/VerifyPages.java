package org.fiducial.web.statement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.publication.Fingerprint;
import org.fiducial.facility.publication.Statement.Issued;
import org.fiducial.facility.publication.StatementName;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.door.Strangers;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Leftover;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.SentForm;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/**
 * Tells whether a statement is genuine, superseded, withdrawn or unknown, by its number or by the SHA-256 of the PDF or record
 * somebody holds. What was sent is hashed as it comes and kept nowhere.
 */
final class VerifyPages {

    /** No paper of a statement comes near it. */
    static final long LARGEST_BYTES = 8 << 20;

    private static final int LONGEST_START = 5;
    private static final int OF_ONE = 60;
    private static final int OF_ALL = 3_000;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final String HASH = "[0-9a-fA-F]{64}";
    private static final String UNKNOWN = "unknown";

    private final FacilityRecords records;
    private final Pages pages;
    private final StatementPages statements;
    private final Strangers strangers;
    private final ObjectMapper json = new ObjectMapper();

    VerifyPages(FacilityRecords records, Pages pages, Sources sources, StatementPages statements) {
        this.records = records;
        this.pages = pages;
        this.statements = statements;
        this.strangers = new Strangers(sources.clock(), OF_ONE, OF_ALL);
    }

    /**
     * What is found: how it stands, and of which statement; texts are empty where it is unknown.
     *
     * @param corrected whether the record says something else today
     */
    public record Found(StatementPages.StandingView standing, String number, String address, boolean corrected) {}

    /** The form, and what is known of a number or hash that was typed. */
    Answer form(Route.Request request) {
        String typed = request.query("number").replaceAll("\\p{Cntrl}+", " ").strip();
        if (typed.isEmpty()) {
            return page("", Optional.empty(), "");
        }
        return admitted(request)
                ? page(
                        shown(typed),
                        Optional.of(search(typed)
                                .map(this::found)
                                .orElseGet(() -> unknown("statement.standing.unknown.number"))),
                        "")
                : many();
    }

    /** The same for programs. */
    Answer api(Route.Request request) {
        if (!admitted(request)) {
            return many();
        }
        Optional<Issued> issued = search(request.query("number") + request.query("sha256"));
        ObjectNode node = json.createObjectNode()
                .put("standing", issued.map(each -> each.standing().word()).orElse(UNKNOWN));
        issued.ifPresent(each -> StatementList.fill(node, each));
        return Answer.Content.json(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What is known of a file that was sent. */
    Answer file(Route.Request request) {
        try {
            return admitted(request) ? sent(request) : many();
        } finally {
            Leftover.passOver(request);
        }
    }

    private Answer sent(Route.Request request) {
        if (request.length() > LARGEST_BYTES + SentForm.TYPED) {
            return tooLarge();
        }
        try (InputStream in = SentFile.of(request)) {
            byte[] start = in.readNBytes(LONGEST_START);
            if (start.length == 0) {
                return page("", Optional.empty(), pages.texts().text("statement.verify.empty"));
            }
            Optional<String> hash =
                    Fingerprint.of(new SequenceInputStream(new ByteArrayInputStream(start), in), LARGEST_BYTES);
            return hash.map(known -> page("", Optional.of(found(start, known)), ""))
                    .orElseGet(this::tooLarge);
        } catch (IOException e) {
            throw new UnusableInputException(pages.texts().text("statement.verify.broken", DiskFault.of(e)), e);
        }
    }

    /** What is issued is a PDF or a JSON object, so that anything else was chosen by mistake. */
    private Found found(byte[] start, String hash) {
        String begins = new String(start, StandardCharsets.ISO_8859_1);
        boolean isPaper = begins.startsWith("%PDF-") || begins.startsWith("{");
        return records.statements()
                .byHash(hash)
                .map(this::found)
                .orElseGet(
                        () -> unknown(isPaper ? "statement.standing.unknown.file" : "statement.standing.unknown.kind"));
    }

    private Answer tooLarge() {
        return new Answer.Refused(TOO_LARGE, pages.texts().text("statement.verify.toolarge", LARGEST_BYTES >> 20));
    }

    private boolean admitted(Route.Request request) {
        return request.may(Permission.READ) || strangers.admit(request.from().address());
    }

    private Answer many() {
        return new Answer.Refused(TOO_MANY, pages.texts().text("statement.verify.many"));
    }

    private Optional<Issued> search(String typed) {
        return typed.strip().matches(HASH)
                ? records.statements().byHash(typed.strip().toLowerCase(Locale.ROOT))
                : StatementName.typed(typed).flatMap(records.statements()::byNumber);
    }

    private Found found(Issued issued) {
        return new Found(
                statements.standing(issued),
                issued.statement().name().number(),
                StatementPages.address(issued.statement()),
                statements.isCorrected(issued));
    }

    private Found unknown(String why) {
        return new Found(
                new StatementPages.StandingView(
                        UNKNOWN,
                        pages.texts().text("statement.standing.unknown"),
                        pages.texts().text(why),
                        "",
                        ""),
                "",
                "",
                false);
    }

    private static String shown(String typed) {
        return typed.substring(0, typed.offsetByCodePoints(0, Math.min(100, typed.codePointCount(0, typed.length()))));
    }

    private Answer page(String typed, Optional<Found> found, String refusal) {
        Map<String, Object> values = new HashMap<>();
        values.put("typed", typed);
        values.put("found", found);
        values.put("refusal", refusal);
        return pages.page("published-verify.html", pages.texts().text("statement.verify.title"), values);
    }
}
