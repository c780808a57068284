package org.fiducial.report;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Turns a well-formed page into PDF. Pictures come from the given files only: nothing is fetched from anywhere. */
final class PdfDocument {

    private static final String SCHEME = "report";
    private static final Pattern LANGUAGE = Pattern.compile("<html[^>]* lang=\"([a-zA-Z-]+)\"");
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private PdfDocument() {}

    /**
     * The document; the same page gives the same bytes.
     *
     * @param page well-formed HTML
     * @param files what the page may refer to, by name
     * @param seed names the document: equal documents have equal ids
     */
    static byte[] of(String page, Map<String, byte[]> files, long seed) {
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useFont(() -> font(Lettering.REGULAR_FILE), Lettering.FAMILY, NORMAL, FontStyle.NORMAL, true);
        builder.useFont(() -> font(Lettering.BOLD_FILE), Lettering.FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.useUriResolver((base, uri) -> SCHEME + ":" + uri.substring(uri.lastIndexOf('/') + 1));
        builder.useProtocolsStreamImplementation(
                uri -> new Content(files.getOrDefault(uri.substring(SCHEME.length() + 1), new byte[0])), SCHEME);
        builder.withHtmlContent(page.substring(page.indexOf("<html")), SCHEME + ":page");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        builder.toStream(OutputStream.nullOutputStream());
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            document.setDocumentId(seed);
            language(page).ifPresent(document.getDocumentCatalog()::setLanguage);
            document.getDocumentInformation().setCreationDate(null);
            document.getDocumentInformation().setModificationDate(null);
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The language of the page, so that readers speak the document as it is written. */
    private static Optional<String> language(String page) {
        return LANGUAGE.matcher(page).results().findFirst().map(found -> found.group(1));
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(Lettering.class.getResourceAsStream(file), file);
    }

    private static final class Content implements FSStream {

        private final byte[] bytes;

        Content(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
