package org.fiducial.web.statement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
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
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/**
 * Tells whether a statement is genuine, superseded, withdrawn or unknown, by its number or by the SHA-256 of the PDF or record
 * somebody holds. What was sent is hashed as it comes and kept nowhere.
 */
final class VerifyPages {

    /** No paper of a statement comes near it. */
    static final long LARGEST_BYTES = 8 << 20;

    private static final long MOST_PASSED_OVER_BYTES = 64 << 20;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int OF_ONE = 60;
    private static final int OF_ALL = 3_000;
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

    /** What is found: how it stands, and of which statement; texts are empty where it is unknown. */
    public record Found(StatementPages.StandingView standing, String number, String address) {}

    /** The form, and what is known of a number or hash that was typed. */
    Answer form(Route.Request request) {
        String typed = request.query("number").replaceAll("\\p{Cntrl}+", " ").strip();
        if (typed.isEmpty()) {
            return page("", Optional.empty(), "");
        }
        return admitted(request) ? page(shown(typed), Optional.of(found(search(typed))), "") : many();
    }

    /** The same for programs. */
    Answer api(Route.Request request) {
        if (!admitted(request)) {
            return many();
        }
        Optional<Issued> issued = search(request.query("number") + request.query("sha256"));
        Found found = found(issued);
        ObjectNode node =
                json.createObjectNode().put("standing", found.standing().word());
        issued.ifPresent(each -> StatementList.fill(node, each));
        return Answer.Content.json(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What is known of a file that was sent. */
    Answer file(Route.Request request) {
        if (!admitted(request)) {
            return many();
        }
        try (InputStream in = SentFile.of(request)) {
            Optional<String> hash =
                    request.length() > LARGEST_BYTES ? Optional.empty() : Fingerprint.of(in, LARGEST_BYTES);
            passOver(request);
            return page("", Optional.of(found(hash.flatMap(records.statements()::byHash))), "");
        } catch (IOException e) {
            throw new UnusableInputException(pages.texts().text("statement.verify.broken", DiskFault.of(e)), e);
        }
    }

    /** Reads what nobody wants, within reason: a connection closed over it breaks before the answer is read. */
    private static void passOver(Route.Request request) throws IOException {
        long left = MOST_PASSED_OVER_BYTES;
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = request.body().read(buffer);
                read >= 0 && left > 0;
                read = request.body().read(buffer)) {
            left -= read;
        }
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

    private Found found(Optional<Issued> issued) {
        return issued.map(each -> new Found(
                        statements.standing(each),
                        each.statement().name().number(),
                        StatementPages.address(each.statement())))
                .orElseGet(() -> new Found(
                        new StatementPages.StandingView(
                                UNKNOWN,
                                pages.texts().text("statement.standing.unknown"),
                                pages.texts().text("statement.standing.unknown.text"),
                                "",
                                ""),
                        "",
                        ""));
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
