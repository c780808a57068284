package org.fiducial.web.statement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.publication.Fingerprint;
import org.fiducial.facility.publication.Statement.Issued;
import org.fiducial.facility.publication.StatementName;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;
import org.fiducial.web.door.Strangers;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Leftover;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.SentForm;
import org.fiducial.web.page.Sources;
import org.fiducial.web.page.Tongue;
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
     * @param translations the statements of the same light path and days in other languages
     */
    public record Found(
            StatementPages.StandingView standing,
            String number,
            String address,
            boolean corrected,
            List<StatementPages.Translation> translations) {

        public Found {
            translations = List.copyOf(translations);
        }
    }

    /** The form, and what is known of a number or hash that was typed. */
    Answer form(Route.Request request) {
        String typed = request.query("number").replaceAll("\\p{Cntrl}+", " ").strip();
        if (typed.isEmpty()) {
            return page(request, "", Optional.empty(), "");
        }
        if (!admitted(request)) {
            return many(request);
        }
        Found found = search(typed)
                .map(issued -> found(request, issued))
                .orElseGet(() -> unknown(request, "statement.standing.unknown.number"));
        return page(request, shown(typed), Optional.of(found), "");
    }

    /** The same for programs. */
    Answer api(Route.Request request) {
        if (!admitted(request)) {
            return many(request);
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
            return admitted(request) ? sent(request) : many(request);
        } finally {
            Leftover.passOver(request);
        }
    }

    private Answer sent(Route.Request request) {
        if (request.length() > LARGEST_BYTES + SentForm.TYPED) {
            return tooLarge(request);
        }
        try (InputStream in = SentFile.of(request)) {
            byte[] start = in.readNBytes(LONGEST_START);
            if (start.length == 0) {
                return page(request, "", Optional.empty(), texts(request).text("statement.verify.empty"));
            }
            Optional<String> hash =
                    Fingerprint.of(new SequenceInputStream(new ByteArrayInputStream(start), in), LARGEST_BYTES);
            return hash.map(known -> page(request, "", Optional.of(found(request, start, known)), ""))
                    .orElseGet(() -> tooLarge(request));
        } catch (IOException e) {
            throw new UnusableInputException(texts(request).text("statement.verify.broken", DiskFault.of(e)), e);
        }
    }

    /** What is issued is a PDF or a JSON object, so that anything else was chosen by mistake. */
    private Found found(Route.Request request, byte[] start, String hash) {
        String begins = new String(start, StandardCharsets.ISO_8859_1);
        boolean isPaper = begins.startsWith("%PDF-") || begins.startsWith("{");
        return records.statements()
                .byHash(hash)
                .map(issued -> found(request, issued))
                .orElseGet(() -> unknown(
                        request, isPaper ? "statement.standing.unknown.file" : "statement.standing.unknown.kind"));
    }

    private Answer tooLarge(Route.Request request) {
        return new Answer.Refused(TOO_LARGE, texts(request).text("statement.verify.toolarge", LARGEST_BYTES >> 20));
    }

    private boolean admitted(Route.Request request) {
        return request.may(Permission.READ) || strangers.admit(request.from().address());
    }

    private Answer many(Route.Request request) {
        return new Answer.Refused(TOO_MANY, texts(request).text("statement.verify.many"));
    }

    private Optional<Issued> search(String typed) {
        return typed.strip().matches(HASH)
                ? records.statements().byHash(typed.strip().toLowerCase(Locale.ROOT))
                : StatementName.typed(typed).flatMap(records.statements()::byNumber);
    }

    private Found found(Route.Request request, Issued issued) {
        return new Found(
                statements.standing(issued, texts(request)),
                issued.statement().name().number(),
                StatementPages.address(issued.statement()),
                statements.isCorrected(issued, PageLanguage.of(request)),
                StatementPages.translations(issued));
    }

    private Found unknown(Route.Request request, String why) {
        return new Found(
                new StatementPages.StandingView(
                        UNKNOWN,
                        texts(request).text("statement.standing.unknown"),
                        texts(request).text(why),
                        "",
                        ""),
                "",
                "",
                false,
                List.of());
    }

    private static String shown(String typed) {
        return typed.substring(0, typed.offsetByCodePoints(0, Math.min(100, typed.codePointCount(0, typed.length()))));
    }

    private Texts texts(Route.Request request) {
        return pages.texts(PageLanguage.of(request));
    }

    private Answer page(Route.Request request, String typed, Optional<Found> found, String refusal) {
        PageLanguage language = PageLanguage.of(request);
        Map<String, Object> values = new HashMap<>();
        values.put("typed", typed);
        values.put("found", found);
        values.put("refusal", refusal);
        values.put("tongues", Tongue.of(request, language, "number"));
        values.put("lang", PageLanguage.stated(request).map(PageLanguage::tag).orElse(""));
        return pages.page(request, "published-verify.html", texts(request).text("statement.verify.title"), values);
    }
}
