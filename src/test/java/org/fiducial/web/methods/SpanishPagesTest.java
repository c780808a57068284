package org.fiducial.web.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Loss;
import org.fiducial.report.SpokenTexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers read of a published instrument, in Spanish. */
class SpanishPagesTest {

    private static final String FAULT = "2026-10-21T08:00:00Z";
    /** Shorter texts may be parts of names, and of words of both languages. */
    private static final int TELLING = 12;

    private final PublishedLsm published;

    SpanishPagesTest(@TempDir Path folder) {
        published = new PublishedLsm(folder);
    }

    @BeforeEach
    void checkTwiceWithAFaultBetween() {
        published.publish(EnumSet.allOf(Field.class));
        published.check("2026-10-05T08:00:00Z", 0.21);
        published.check("2026-11-10T08:00:00Z", 0.35);
        published
                .server
                .store()
                .events()
                .add(new Event(
                        new UUID(8, 1),
                        published.lsm.id(),
                        Event.Kind.FAULT,
                        Instant.parse(FAULT),
                        new Event.Report("Humo.", List.of(), Event.Effect.USABLE_WITH_CARE, Loss.none()),
                        new Event.Entry("Ada", Instant.parse(FAULT), ZoneOffset.UTC)));
    }

    @AfterEach
    void stop() {
        published.close();
    }

    private String journey() {
        return published.page + PublishedLsm.DAYS;
    }

    @Test
    void thePageOfAnInstrumentIsSpanishFromItsFirstWordToItsLast() throws Exception {
        String page = published.get(journey() + "&lang=es").body();

        assertThat(page)
                .contains("<html lang=\"es\">")
                .containsSubsequence(
                        "Día en que adquirió",
                        "para lo que utilizó desde el 20 de octubre de 2026 hasta el 22 de octubre de 2026",
                        "Resolución del objetivo 63x/1.4 oil: no establecido entre el 5 de octubre y el 10 de noviembre,"
                                + " avería comunicada el 21 de octubre.",
                        "Normalmente afectado: intensidad, colocalización y resolución.",
                        "Control de calidad.",
                        "Lo que se midió",
                        "Función de dispersión del punto a partir de microesferas, versión 1.0",
                        "0,2100 ± 0,0040\u00a0µm",
                        "cumple",
                        "0,3500 ± 0,0040\u00a0µm",
                        "advertencia",
                        "como máximo 0,4\u00a0µm; advertencia: como máximo 0,3\u00a0µm",
                        "avería comunicada el 21 de octubre",
                        "Estado actual:");
        assertThat(leftInEnglish(page)).isEmpty();
        assertThat(leftInEnglish(published.get(journey()).body()).keySet())
                .as("what would be found")
                .contains("coverage.part.disturbed", "journey.values", "methods.sentence.stand", "foot.note");
    }

    @Test
    void neitherTheSearchNorTheScreenNorTheMethodsSectionLeaveAWordOfEnglish() throws Exception {
        for (String address : List.of(
                "/published?lang=es",
                "/published?q=nada&lang=es",
                published.page + "?lang=es",
                published.page + "?from=1700-01-01&lang=es",
                published.page + "?from=ayer&lang=es",
                published.page + "?path=otro&lang=es",
                published.page + "/screen?lang=es",
                published.page + "/methods?lang=es",
                published.page + "/checklists/acquisition?lang=es",
                published.page + "/checklists/figures?lang=es")) {
            String page = published.get(address).body();

            assertThat(page).as(address).contains("<html lang=\"es\">");
            assertThat(leftInEnglish(page)).as(address).isEmpty();
        }
    }

    @Test
    void norTheProofOfAStatementNorTheReportOfAProblemNorWhatIsNotThere() throws Exception {
        String label = InstrumentToken.of(published.lsm);
        String form = "/instruments/lsm-1/new-event?kind=fault&label=" + label;
        for (String address : List.of(
                "/verify?lang=es",
                "/verify?number=FID-2026-0000-0000&lang=es",
                form + "&lang=es",
                "/report/" + label + "?reported=yes&lang=es",
                "/published/nothing?lang=es",
                "/nothing?lang=es")) {
            String page = published.get(address).body();

            assertThat(page).as(address).contains("<html lang=\"es\">");
            assertThat(leftInEnglish(page)).as(address).isEmpty();
        }
        assertThat(published
                        .get("/report/" + label + "?lang=es")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("where a label leads")
                .endsWith(form + "&lang=es");
        assertThat(published.get(form + "&lang=es").body())
                .contains("<legend>Qué ocurrió</legend>", "new-event?lang=es\"");
        assertThat(published
                        .server
                        .post("/instruments/lsm-1/new-event?lang=es", Map.of("label", label, "kind", "fault"))
                        .body())
                .contains("Elija qué significa para el uso del instrumento.");
    }

    @Test
    void whatIsNotThereIsSaidInTheLanguageOfTheBrowserToStrangersOnly() throws Exception {
        HttpResponse<String> stranger = published.get("/published/nothing", "Accept-Language", "es");

        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.body()).contains("No hay nada en esta dirección");
        assertThat(vary(stranger)).contains("Accept-Language");
        assertThat(published
                        .get("/api/v1/published/nothing", "Accept-Language", "es")
                        .body())
                .contains("There is nothing at this address");
    }

    @Test
    void whyNothingWasMeasuredIsQuotedInEnglishAndSaidToBe() throws Exception {
        published.checkWithoutValue("2026-10-15T08:00:00Z", "No bead is bright enough.");

        assertThat(published.get(journey() + "&lang=es").body())
                .contains("motivo registrado (en inglés): <span lang=\"en\">No bead is bright enough.</span>");
        assertThat(published.get(journey()).body()).contains("<span lang=\"en\">No bead is bright enough.</span>");
    }

    @Test
    void theAddressDecidesThenTheBrowserThenEnglish() throws Exception {
        HttpResponse<String> browser = published.get(journey(), "Accept-Language", "es-MX,es;q=0.9,en;q=0.5");
        HttpResponse<String> address = published.get(journey() + "&lang=en", "Accept-Language", "es");
        HttpResponse<String> nobody = published.get(journey());

        assertThat(browser.body()).contains("<html lang=\"es\">");
        assertThat(address.body()).contains("<html lang=\"en\">");
        assertThat(nobody.body()).contains("<html lang=\"en\">");
        assertThat(published.get(journey() + "&language=es").body())
                .as("as addresses were written before")
                .contains("<html lang=\"es\">");
        assertThat(vary(browser)).contains("Accept-Language");
        assertThat(vary(nobody)).contains("Accept-Language");
        assertThat(vary(address)).doesNotContain("Accept-Language");
    }

    @Test
    void whoHasThePageInOneLanguageIsNotToldThatItIsUnchangedInTheOther() throws Exception {
        String mark = published
                .get(journey(), "Accept-Language", "es")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(published
                        .get(journey(), "Accept-Language", "es", "If-None-Match", mark)
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<String> english = published.get(journey(), "Accept-Language", "en", "If-None-Match", mark);
        assertThat(english.statusCode()).isEqualTo(200);
        assertThat(english.body()).contains("<html lang=\"en\">");
    }

    @Test
    void theSwitchKeepsWhatWasAskedAndLinksKeepTheLanguage() throws Exception {
        String page = published.get(journey() + "&lang=es").body();

        assertThat(page)
                .contains(
                        "<span aria-current=\"true\" lang=\"es\">Español</span>",
                        "<a href=\"" + published.page
                                + "?from=2026-10-20&amp;lang=en&amp;path=63x-488&amp;to=2026-10-22\" lang=\"en\"",
                        "<input type=\"hidden\" name=\"lang\" value=\"es\">",
                        "href=\"/published?lang=es\"");
        assertThat(published.get("/published?q=63x&lang=es").body())
                .contains(
                        "href=\"" + published.page + "?lang=es\"",
                        "href=\"/published?lang=en&amp;q=63x\" lang=\"en\"",
                        "<input type=\"hidden\" name=\"lang\" value=\"es\">");
        assertThat(published
                        .get(published.page + "/checklists/figures?level=recommended&lang=es")
                        .body())
                .containsPattern(
                        "/checklists/figures\\?from=[0-9-]+&amp;lang=en&amp;level=recommended&amp;path=63x-488&amp;to=");
        assertThat(published.get(journey()).body()).contains("href=\"/published\"");
    }

    @Test
    void theBadgeSpeaksTheLanguageOfItsAddressWhateverTheBrowserPrefers() throws Exception {
        HttpResponse<String> english = published.get(published.page + "/badge.svg", "Accept-Language", "es");
        HttpResponse<String> spanish = published.get(published.page + "/badge.svg?lang=es", "Accept-Language", "en");

        assertThat(english.body()).contains("LSM 1: ▲ usable with care");
        assertThat(spanish.body()).contains("LSM 1: ▲ usar con precaución");
        assertThat(vary(english)).doesNotContain("Accept-Language");
        assertThat(spanish.headers().firstValue("Cache-Control")).hasValue("public, max-age=60, must-revalidate");
    }

    private static String vary(HttpResponse<String> answer) {
        return String.join(",", answer.headers().allValues("Vary"));
    }

    /** Texts of ours that a page says in English though there is, or should be, Spanish for them. */
    private static Map<String, String> leftInEnglish(String page) {
        Map<String, String> spanish = SpokenTexts.of("messages_es.properties");
        Map<String, String> left = new TreeMap<>(SpokenTexts.of("messages.properties"));
        String seen = page.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", " ")
                .replaceAll("<[^>]+>", "\n")
                .replaceAll("&#39;", "'");
        left.entrySet()
                .removeIf(each -> each.getValue().length() < TELLING
                        || each.getValue().equals(spanish.get(each.getKey()))
                        || spanish.containsValue(each.getValue())
                        || !seen.contains(longest(each.getValue())));
        return left;
    }

    /** The longest part of a text that is said whatever is filled in. */
    private static String longest(String text) {
        String longest = "";
        for (String part : text.split("\\{[0-9]}", -1)) {
            longest = part.length() > longest.length() ? part : longest;
        }
        return longest.length() < TELLING ? "\u0000" : longest;
    }
}
