package org.fiducial.web.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publication;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.Publicity.Standing;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.web.RecordingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers find of instruments, and what they do not. */
class PublishedPagesTest {

    private static final String PASSWORD = "copper lantern seven";
    private static final String HOSTILE = "<script>alert(1)</script>";

    private final RecordingServer server;
    private final Instrument lsm;
    private final String token;
    private int words;

    PublishedPagesTest(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
        server.accounting().begin(Accounting.holder("ada", "Ada"), PASSWORD);
        lsm = server.store().instruments().bySlug("lsm-1").orElseThrow();
        token = InstrumentToken.of(lsm);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsHiddenAndWhatIsNotThereAreAnsweredWithTheSameBytes() throws Exception {
        Answered absent = answered("/published/AAAAAAAAAAAAAAAA");
        assertThat(absent.status()).isEqualTo(404);
        assertThat(answered("/published/" + token)).as("nobody said anything").isEqualTo(absent);

        say(facility(), Standing.HIDDEN, Set.of());
        assertThat(answered("/published/" + token)).as("unpublished facility").isEqualTo(absent);

        say(facility(), Standing.PUBLISHED, Set.of(Field.MAKE));
        assertThat(answered("/published/" + token).status()).isEqualTo(200);
        say(Publication.subject(lsm), Standing.HIDDEN, Set.of(Field.MAKE));
        for (String way : List.of(
                "/published/" + token,
                "/published/" + token.substring(1) + "A",
                "/published/" + token + "A",
                "/published/lsm-1",
                "/published/" + lsm.id(),
                "/published/" + HOSTILE.replace("<", "%3C").replace(">", "%3E").replace("/", ""),
                "/published/" + "A".repeat(5000),
                "/instruments/lsm-1",
                "/instruments/never-was",
                "/instruments/lsm-1/new-event",
                "/instruments/lsm-1/new-event?kind=fault&label=AAAAAAAAAAAAAAAA",
                "/instruments/never-was/new-event",
                "/report/AAAAAAAAAAAAAAAA",
                "/report/" + token.substring(1))) {
            assertThat(answered(way)).as(way).isEqualTo(absent);
        }
        for (String suffix : List.of("/screen", "/badge.svg", "?from=2026-03-12&to=2026-03-14", "?q=x")) {
            assertThat(answered("/published/" + token + suffix)).as(suffix).isEqualTo(absent);
        }
        assertThat(answered("/api/v1/published/" + token))
                .as("for programs")
                .isEqualTo(answered("/api/v1/published/AAAAAAAAAAAAAAAA"));
        assertThat(server.post("/instruments/lsm-1/new-event", fault("")).statusCode())
                .isEqualTo(404);
        assertThat(server.store().events().ofInstrument(lsm.id())).isEmpty();
    }

    @Test
    void strangersAreLedFromTheAddressOfAPublishedInstrumentToWhatIsPublicOfIt() throws Exception {
        say(Publication.subject(lsm), Standing.PUBLISHED, Set.of());

        assertThat(RecordingServer.location(server.get("/instruments/lsm-1"))).isEqualTo("/published/" + token);
        assertThat(server.get("/published/" + token).body())
                .contains("LSM 1", "unknown", "/report/" + token)
                .doesNotContain("Maker", "Ada", "href=\"/kit\"", "63x/1.4 oil\"");
        server.signIn("ada", PASSWORD);
        assertThat(server.get("/instruments/lsm-1").statusCode()).isEqualTo(200);
        assertThat(server.get("/published/" + token).body()).contains("href=\"/kit\"");
    }

    @Test
    void theListIsSearchedInWhatIsPublicOnly() throws Exception {
        assertThat(server.get("/published").body()).contains("Nothing is published");
        server.store()
                .instruments()
                .add(
                        new Instrument(
                                new UUID(7, 7),
                                lsm.facilityId(),
                                "tirf-1",
                                "TIRF " + HOSTILE,
                                new Make("Kettle", "Works", "SN-99"),
                                "Room 7"),
                        List.of());
        say(facility(), Standing.PUBLISHED, Set.of(Field.COMPONENTS));

        assertThat(server.get("/published").body())
                .contains("LSM 1", "63x/1.4 oil", "TIRF &lt;script&gt;")
                .doesNotContain(HOSTILE, "Kettle", "SN-99", "Room 7");
        assertThat(server.get("/published?q=63X+oil").body()).contains("LSM 1").doesNotContain("TIRF");
        assertThat(server.get("/published?q=kettle").body()).contains("No published instrument has all of these words");
        assertThat(server.get("/published?q=SN-99").body()).contains("No published instrument has all");
        say(facility(), Standing.PUBLISHED, Set.of(Field.MAKE));
        assertThat(server.get("/published?q=kettle").body()).contains("TIRF", "Kettle Works");
        assertThat(server.get("/published?q=63x/1.4+oil").body())
                .as("the light path is named")
                .contains("LSM 1");
        for (String odd :
                List.of("?q=" + "a".repeat(5000), "?q=%00%01", "?q=%3Cscript%3E", "?page=99999999", "?q=%20")) {
            HttpResponse<String> answer = server.get("/published" + odd);
            assertThat(answer.statusCode()).as(odd).isEqualTo(200);
            assertThat(answer.body()).as(odd).doesNotContain("<script>alert", "\u0001");
        }
    }

    @Test
    void aProblemIsReportedByItsLabelAlsoOfWhatIsHiddenAndItsPartsStayHidden() throws Exception {
        String form =
                server.get("/report/" + token).headers().firstValue("Location").orElseThrow();
        assertThat(server.get(form).body()).contains(token).doesNotContain("63x/1.4 oil", "Instruments</a>");

        String thanks = server.post("/instruments/lsm-1/new-event", fault(token))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(server.store().events().ofInstrument(lsm.id()))
                .singleElement()
                .extracting((LoggedEvent logged) -> logged.event().report().what())
                .isEqualTo("Room 12: Dr Secret saw smoke");
        assertThat(server.get(thanks).body()).contains("was reported").doesNotContain("/published/");
        say(facility(), Standing.PUBLISHED, Set.of(Field.COMPONENTS));
        assertThat(server.get(thanks).body()).contains("/published/" + token);
        assertThat(server.get(form).body()).contains("63x/1.4 oil");
    }

    @Test
    void whatWasWrittenOfAnEventIsPublicOnlyWhereEventsAre() throws Exception {
        server.post("/instruments/lsm-1/new-event", fault(token));

        say(facility(), Standing.PUBLISHED, Set.of(Field.CONTACT));
        assertThat(server.get("/published/" + token).body())
                .contains("do not use", "Entered and not ended: fault on 22 November 2026.")
                .doesNotContain("Secret", "Room 12");
        say(facility(), Standing.PUBLISHED, Set.of(Field.EVENTS));
        assertThat(server.get("/published/" + token).body()).contains("Dr Secret saw smoke");
    }

    @Test
    void aContactIsALinkWhereItIsAnAddressAndTextWhereItIsNot() {
        assertThat(Contact.of("core@example.org").address()).isEqualTo("mailto:core@example.org");
        assertThat(Contact.of("https://core.example.org/a?b=c").address()).isEqualTo("https://core.example.org/a?b=c");
        for (String text : List.of(
                "",
                "ask at the desk",
                "javascript:alert(1)",
                "https://x\" onclick=\"a",
                HOSTILE,
                "a@b@c.org",
                "data:text/html,x")) {
            assertThat(Contact.of(text).address()).as(text).isEmpty();
        }
    }

    private static Map<String, String> fault(String label) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", "fault");
        fields.put("what", "Room 12: Dr Secret saw smoke");
        fields.put("effect", "do-not-use");
        fields.put("label", label);
        return fields;
    }

    private Publicity.Subject facility() {
        return new Publicity.Subject(lsm.facilityId(), Optional.empty());
    }

    private void say(Publicity.Subject subject, Standing standing, Set<Field> fields) {
        server.store()
                .publicities()
                .add(new Publicity(
                        new UUID(5, words++),
                        subject,
                        new Publicity.Terms(standing, fields, ""),
                        new Entry("Ada", RecordingServer.NOW, "as agreed")));
    }

    /** All that an answer tells. */
    private record Answered(int status, Map<String, List<String>> headers, String body) {}

    private Answered answered(String address) throws Exception {
        HttpResponse<String> answer = server.get(address);
        Map<String, List<String>> headers = answer.headers().map().entrySet().stream()
                .filter(each -> !each.getKey().equalsIgnoreCase("date"))
                .collect(Collectors.toMap(each -> each.getKey(), each -> each.getValue()));
        return new Answered(answer.statusCode(), headers, answer.body());
    }
}
