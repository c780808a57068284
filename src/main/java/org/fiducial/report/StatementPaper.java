package org.fiducial.report;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.publication.FrozenRecord;

/**
 * A statement on paper: a PDF of its frozen record in the language of the record, with a QR code of the page that tells how it
 * stands today.
 */
public final class StatementPaper {

    private static final String CODE = "code.png";
    private static final int MODULE_PX = 8;
    private static final int SEED_DIGITS = 16;

    private final Templates templates;

    /** With the templates of the language the records are in. */
    public StatementPaper(Templates templates) {
        this.templates = templates;
    }

    /** The document; the same record gives the same bytes. */
    public byte[] pdf(FrozenRecord record) {
        StatementView view = StatementView.of(record, templates.texts());
        Optional<QrCode> code = Optional.of(view.head().address())
                .filter(address -> !address.isEmpty())
                .map(QrCode::of);
        String page = templates.fill(
                "statement.html",
                Map.of(
                        "statement",
                        view,
                        "language",
                        templates.texts().locale().getLanguage(),
                        "code",
                        code.isPresent() ? CODE : "",
                        "style",
                        new String(
                                templates.file("styles/statement.css").orElse(new byte[0]), StandardCharsets.UTF_8)));
        return PdfDocument.of(
                page,
                code.map(each -> Map.of(CODE, each.png(MODULE_PX))).orElse(Map.of()),
                Long.parseUnsignedLong(record.sha256().substring(0, SEED_DIGITS), 16));
    }
}
