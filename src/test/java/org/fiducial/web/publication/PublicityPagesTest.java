package org.fiducial.web.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.web.RecordingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where managers say what strangers may see. */
class PublicityPagesTest {

    private static final String PASSWORD = "copper lantern seven";
    private static final String ONE = "/instruments/lsm-1/publicity";
    private static final String ALL = "/publicity";

    private final RecordingServer server;
    private final String shown;

    PublicityPagesTest(@TempDir Path folder) throws Exception {
        server = new RecordingServer(folder.resolve("data"));
        server.accounting().begin(Accounting.holder("ada", "Ada"), PASSWORD);
        Instrument lsm = server.store().instruments().bySlug("lsm-1").orElseThrow();
        shown = "/published/" + InstrumentToken.of(lsm);
        server.signIn("ada", PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theEmptyFormOffersWhatNamesNobodyAndSaysThatNothingIsPublic() throws Exception {
        String page = server.get(ALL).body();

        assertThat(page)
                .contains("Nothing is public until you say so", "value=\"hidden\" required checked", "not public");
        assertThat(page).contains("name=\"field.make\" value=\"yes\" checked");
        for (String hidden : List.of("serial", "room", "staff")) {
            assertThat(page).as(hidden).contains("name=\"field." + hidden + "\" value=\"yes\" aria");
        }
        assertThat(page).doesNotContain("value=\"as-facility\"");
        assertThat(server.get(ONE).body()).contains("value=\"as-facility\" required checked");
    }

    @Test
    void whatIsSaidHoldsAtOnceAndItsHistoryNamesWhoAndWhy() throws Exception {
        server.post(ALL, form("published", "agreed with the users", Field.MAKE, Field.CONTACT));
        assertThat(server.get(shown).body()).contains("Maker Model", "mailto:core@example.org");
        assertThat(server.get(ALL).body()).contains("Public: Maker and model, Contact", "agreed with the users", "Ada");

        server.post(ONE, form("hidden", "it moves"));
        assertThat(server.get(ALL).body()).contains("its own", "not public");
        assertThat(server.get(shown).body()).as("a preview").contains("only who decides on it sees this page");
        server.post("/sign-out", Map.of());
        assertThat(server.get(shown).statusCode()).isEqualTo(404);
        server.signIn("ada", PASSWORD);

        server.post(ONE, form("as-facility", "it moved"));
        assertThat(server.get(ONE).body()).contains("it moves", "it moved", "As the facility says of all");
        assertThat(server.store().publicities().all())
                .extracting(each -> each.entry().by())
                .containsExactly("Ada", "Ada", "Ada");
        assertThat(server.store().audit().faults()).isEmpty();
    }

    @Test
    void aFormThatSaysTooLittleOrWasReadBeforeSomebodyElseChangedItIsShownAgain() throws Exception {
        assertThat(server.post(ALL, form("", "r")).body()).contains("Say whether it is public");
        assertThat(server.post(ALL, form("published", " ")).body()).contains("Say why");
        assertThat(server.post(ALL, form("as-facility", "r")).body()).contains("nobody to follow");
        Map<String, String> stale = form("published", "r", Field.SERIAL);
        stale.put("seen", "3");
        assertThat(server.post(ALL, stale).body()).contains("name=\"field.serial\" value=\"yes\" checked");
        assertThat(server.store().publicities().all()).isEmpty();
        assertThat(server.get("/instruments/never-was/publicity").statusCode()).isEqualTo(404);
    }

    @Test
    void theAddressOfAPersonIsAskedForTwiceBecauseItStaysForGood() throws Exception {
        Map<String, String> typed = form("published", "r", Field.CONTACT);
        typed.put("contact", "ada@example.org");

        assertThat(server.post(ALL, typed).body())
                .contains("looks like the address of a person, and nothing was saved", "name=\"personal\"")
                .contains("value=\"ada@example.org\"", "name=\"field.contact\" value=\"yes\" checked");
        assertThat(server.store().publicities().all()).isEmpty();

        typed.put("personal", "yes");
        server.post(ALL, typed);
        assertThat(server.get(shown).body()).contains("mailto:ada@example.org");
        typed.remove("personal");
        typed.put("reason", "the same address again");
        typed.put("seen", "1");
        server.post(ALL, typed);
        assertThat(server.store().publicities().all())
                .as("what is in the record is there already")
                .hasSize(2);
        assertThat(server.get(ALL).body())
                .doesNotContain("name=\"personal\"")
                .contains("cannot be erased, neither from the record nor from QC statements");
    }

    @Test
    void everyInstrumentIsListedWithWhatHoldsOfIt() throws Exception {
        server.store()
                .instruments()
                .add(
                        new Instrument(
                                new UUID(7, 7),
                                server.store()
                                        .instruments()
                                        .home()
                                        .orElseThrow()
                                        .id(),
                                "tirf-1",
                                "TIRF <b>1</b>",
                                Make.unknown(),
                                ""),
                        List.of());
        server.post("/instruments/tirf-1/publicity", form("published", "a paper", Field.MAKE));

        assertThat(server.get(ALL).body()).contains("TIRF &lt;b&gt;1", "its own", "that of the facility");
        assertThat(server.get("/api/v1/publicity").body())
                .contains("\"instrument\" : \"tirf-1\"")
                .doesNotContain("lsm-1");
        assertThat(server.get("/api/v1" + ONE).body()).contains("\"published\" : false", shown);
    }

    @Test
    void searchEnginesReadWhatIsPublishedOnlyAndStrangersGetNoCookie() throws Exception {
        server.post(ALL, form("published", "r", Field.MAKE));
        server.post("/sign-out", Map.of());

        assertThat(server.get("/robots.txt").body()).isEqualTo("User-agent: *\nAllow: /published\nDisallow: /\n");
        for (String open : List.of("/published", shown)) {
            HttpResponse<String> answer = server.get(open);
            assertThat(answer.headers().firstValue("X-Robots-Tag")).as(open).isEmpty();
            assertThat(answer.headers().firstValue("Set-Cookie")).as(open).isEmpty();
            assertThat(answer.headers().firstValue("ETag")).as(open).isPresent();
        }
        for (String closed : List.of("/sign-in", "/publishedx", "/published/AAAAAAAAAAAAAAAA", "/instruments/lsm-1")) {
            assertThat(server.get(closed).headers().firstValue("X-Robots-Tag"))
                    .as(closed)
                    .hasValue("noindex, nofollow");
        }
    }

    @Test
    void strangersReadSomeHundredPagesAMinuteAndWhoIsSignedInAsManyAsTheyLike() throws Exception {
        for (int i = 0; i < 310; i++) {
            assertThat(server.get("/robots.txt").statusCode()).isEqualTo(200);
        }
        server.post("/sign-out", Map.of());
        HttpResponse<String> answer = server.get("/published/AAAAAAAAAAAAAAAA");
        for (int i = 0; i < 310 && answer.statusCode() != 429; i++) {
            answer = server.get("/published/AAAAAAAAAAAAAAAA");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("61");
        assertThat(answer.body()).contains("wait a minute, or sign in");
        assertThat(server.get("/assets/pages.css").statusCode()).isEqualTo(200);
    }

    private static Map<String, String> form(String standing, String reason, Field... fields) {
        Map<String, String> form =
                new TreeMap<>(Map.of("standing", standing, "reason", reason, "contact", "core@example.org"));
        Arrays.stream(fields).map(Publicity.Field::word).forEach(word -> form.put("field." + word, "yes"));
        return form;
    }
}
