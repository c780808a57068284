package org.fiducial.web.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.publication.Statement.Standing;
import org.fiducial.facility.service.Event;
import org.fiducial.web.RecordingServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement in Spanish beside the one in English. */
class SpanishStatementTest extends StatementFixture {

    private static final String FROM = "2026-10-20";

    private UUID before = new UUID(0, 0);

    SpanishStatementTest(@TempDir Path folder) {
        super(folder);
    }

    @BeforeEach
    void checkBeforeAndAfter() {
        publish();
        before = beads("2026-10-05T08:00:00Z", 0.21);
        beads("2026-11-10T08:00:00Z", 0.22);
        event(Event.Kind.REALIGNMENT, "2026-10-21T08:00:00Z");
    }

    private String make(String language) throws Exception {
        return RecordingServer.location(server.post(
                published() + "/statements", Map.of("from", FROM, "path", "63x-488", "language", language)));
    }

    private Standing standing(String address) {
        return server.store()
                .statements()
                .byToken(statement(address).name().token())
                .orElseThrow()
                .standing();
    }

    private String number(String address) {
        return statement(address).name().number();
    }

    @Test
    void eachPaperIsWhollyInItsLanguage() throws Exception {
        byte[] pdf = papers(make("es")).pdf();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("es");
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(
                            "Declaración de control de calidad",
                            "20 de octubre de 2026",
                            "Resolución del objetivo 63x/1.4 oil: no establecido entre el 5 de octubre y el 10 de"
                                    + " noviembre, realineación el 21 de octubre.",
                            "Función de dispersión del punto a partir de microesferas, 5 de octubre de 2026",
                            "0,2100 ± 0,0080\u00a0µm",
                            "como máximo 0,4\u00a0µm; advertencia: como máximo 0,3\u00a0µm",
                            "● dentro de los límites",
                            "motivo: prevista",
                            "límites: los que propone psf-beads@1.0",
                            "21 de octubre de 2026 realineación",
                            "Aceptación simple",
                            "No es un certificado de calibración")
                    .doesNotContain("within", "limits", "defaults", "Light path", "Issued", " of ");
        }
    }

    @Test
    void neitherLanguageSupersedesTheOtherAndEachPageNamesBoth() throws Exception {
        String english = make("en");
        String spanish = make("es");

        assertThat(spanish).isNotEqualTo(english);
        assertThat(make("es")).as("the same is stated once").isEqualTo(spanish);
        assertThat(standing(english)).isEqualTo(Standing.GENUINE);
        assertThat(standing(spanish)).isEqualTo(Standing.GENUINE);
        assertThat(server.get(english).body())
                .contains("there is a statement in Spanish:", "href=\"" + spanish + "\"", number(spanish));
        assertThat(server.get("/verify?number=" + number(spanish) + "&lang=es").body())
                .containsSubsequence(
                        "<html lang=\"es\">", "Auténtica", "hay una declaración en inglés:", number(english));
        assertThat(server.get("/verify?number=" + number(english)).body())
                .containsSubsequence("Genuine", "a statement in Spanish:", number(spanish));

        review(before, Review.Decision.VOID);
        String newer = make("es");

        assertThat(standing(spanish)).isEqualTo(Standing.SUPERSEDED);
        assertThat(standing(english)).isEqualTo(Standing.GENUINE);
        assertThat(server.get(spanish + "?lang=es").body())
                .containsSubsequence("Sustituida", "la declaración " + number(newer) + ", del 22 de noviembre de 2026");
        assertThat(server.get(english).body())
                .as("the newer one")
                .contains(number(newer))
                .doesNotContain(number(spanish));
    }

    @Test
    void whoReadsAnotherLanguageReadsThePageInItAndTheRecordAsItWasIssued() throws Exception {
        String spanish = make("es");
        review(before, Review.Decision.VOID);

        assertThat(server.get(spanish).body())
                .contains("<html lang=\"en\">", "It is in Spanish.", "<div lang=\"es\">")
                .contains("was declared void on 22 November 2026")
                .contains("Resolución del objetivo 63x/1.4 oil: no establecido");
        HttpResponse<String> browser = server.get(spanish, "Accept-Language", "es");
        assertThat(browser.body())
                .contains("<html lang=\"es\">", "se declaró nula el 22 de noviembre de 2026")
                .doesNotContain("Está en español.");
        assertThat(browser.headers().allValues("Vary")).contains("Accept-Language");
    }

    @Test
    void theFormOffersBothAndTakesNoOther() throws Exception {
        assertThat(server.get(published() + "?from=" + FROM + "&lang=es").body())
                .contains("/statements?lang=es\"", "<option value=\"es\" lang=\"es\" selected>");

        HttpResponse<String> french = server.post(
                published() + "/statements?lang=es", Map.of("from", FROM, "path", "63x-488", "language", "fr"));
        HttpResponse<String> unsaid =
                server.post(published() + "/statements?lang=es", Map.of("from", FROM, "path", "63x-488"));

        assertThat(french.statusCode()).isEqualTo(400);
        assertThat(french.body()).contains("Una declaración está en inglés (en) o en español (es)");
        assertThat(unsaid.headers().firstValue("Location").orElse("")).endsWith("?lang=es");
        assertThat(server.store().statements().all())
                .extracting(each -> each.statement().language().toLanguageTag())
                .containsExactly("es");
    }

    @Test
    void whyNothingWasMeasuredIsQuotedInEnglishAndSaidToBe() throws Exception {
        beadsWithoutValue("2026-10-15T08:00:00Z", "No bead is bright enough.");
        String spanish = make("es");

        assertThat(server.get(spanish + "?lang=es").body())
                .contains("motivo registrado (en inglés): <span lang=\"en\">No bead is bright enough.</span>");
        try (PDDocument document = Loader.loadPDF(papers(spanish).pdf())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("motivo registrado (en inglés): No bead is bright enough.", "○ no evaluado");
        }
    }

    @Test
    void daysThatAreNoneAreRefusedInTheLanguageOfWhoAsks() throws Exception {
        for (Map<String, String> typed :
                List.of(Map.of("from", "ayer", "path", "63x-488"), Map.of("path", "63x-488"))) {
            assertThat(server.post(published() + "/statements?lang=es", typed).body())
                    .contains("Eso no es un día; escríbalo como 2026-03-12.");
        }
        assertThat(server.post(
                                published() + "/statements?lang=es",
                                Map.of("from", FROM, "to", "2026-10-01", "path", "63x-488"))
                        .body())
                .contains("el último no anterior al primero");
    }

    @Test
    void programsAreToldTheLanguageAndTheOther() throws Exception {
        String english = make("en");
        String spanish = make("es");

        assertThat(server.get("/api/v1" + spanish).body())
                .contains(
                        "\"language\":\"es\"",
                        "\"translations\":[{\"language\":\"en\",\"number\":\"" + number(english) + "\",\"page\":\""
                                + english + "\"}]");
    }
}
