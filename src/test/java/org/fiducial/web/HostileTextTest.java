package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.web.RecordingServer.Sent;
import org.fiducial.web.api.ApiWrite;
import org.fiducial.web.api.ApiWrite.Field;
import org.fiducial.web.api.ApiWrite.Kind;
import org.fiducial.web.api.ApiWrites;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Route.Method;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile text in every field of every form there is: it is kept or refused, and nothing is executed by a browser, by the
 * template engine or by a spreadsheet on any page that can be reached afterwards.
 */
class HostileTextTest {

    private static final String EVIL = "h0stile<script>h0stile()</script>\"'><b onmouseover=\"h0stile()\">{{ 7*1911 }}"
            + "{% raw %}&#x3c;\u202e\u0000\u0007\ud83d\udd2c\\";
    private static final List<String> TEXTS = List.of(EVIL, "=cmd|' /C calc'!A0", "\u00fc".repeat(5000));
    private static final Pattern LINK = Pattern.compile("(?:href|action|src)=\"(/[^\"#]*)");
    private static final int MOST_PAGES = 400;

    /** What each form needs; fields of text are varied. A form that is new needs a line. */
    private final Map<String, Map<String, String>> forms = new LinkedHashMap<>();

    private final RecordingServer server;

    HostileTextTest(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nothingThatWasTypedIsEverExecuted() throws Exception {
        server.post(
                "/setup",
                fields("login=ada", "name=" + EVIL, "password=a few words in a row", "again=a few words in a row"));
        begin();
        Set<String> known = new TreeSet<>(forms.keySet());
        Set<String> there = new TreeSet<>(ApiWrites.OF_PEOPLE.keySet());
        ApiWrites.ALL.forEach(write -> there.add(write.page()));
        assertThat(known).as("a form that is new needs values here").isEqualTo(there);

        for (ApiWrite write : ApiWrites.ALL) {
            for (String field : texts(write)) {
                for (String text : TEXTS) {
                    Map<String, String> typed = new TreeMap<>(forms.getOrDefault(write.page(), Map.of()));
                    String address = typed.remove("");
                    typed.put(field, text);
                    HttpResponse<String> answer = server.post(address, typed);
                    assertHarmless(address + " " + field, answer);
                }
            }
        }
        visitEverything();
        assertThat(server.store().verify(Progress.unwatched()).faults()).isEmpty();
    }

    private void begin() throws Exception {
        String check = check();
        server.post("/instruments/lsm-1/new-event", fields("kind=fault", "what=dark", "effect=none"));
        String event =
                server.store().events().ofInstrument(lsm()).get(0).event().id().toString();
        String plan = "protocol=light-source-power&path.63x-488=yes&every=monthly&start=2026-12-01&before=2&after=2"
                + "&minutes=15&reason=r";
        server.post("/instruments/lsm-1/new-plan", fields(plan.split("&", -1)));
        String planId = server.store()
                .schedule()
                .plans(server.store().instruments().home().orElseThrow().id(), RecordingServer.NOW)
                .get(0)
                .version()
                .planId()
                .toString();
        server.post("/new-meter", fields("model=PM400", "serial=1", "slug=pm-1"));
        server.post("/kit/pm-1/recall", fields("from=2026-01-15", "reason=r"));
        String recall = server.store().kit().recalls().get(0).id().toString();
        server.post("/publicity", fields("standing=published", "field.components=yes", "reason=r"));
        String published = "/published/"
                + InstrumentToken.of(
                        server.store().instruments().bySlug("lsm-1").orElseThrow());
        server.post(published + "/statements", fields("from=2026-11-01", "path=63x-488"));
        String statement = "/statements/"
                + server.store().statements().all().get(0).statement().name().token();
        form("/published/{token}/statements", published + "/statements", "from=2026-11-02", "path=63x-488");
        form("/statements/{token}/withdraw", statement + "/withdraw", "reason=r");
        form("/verify", "");
        form("/setup", "");
        form("/sign-in", "");
        form("/sign-out", "");
        form("/published/{token}", "");
        form("/published/{token}/methods", "");
        form("/published/{token}/checklists/{name}", "");
        form("/instruments/{slug}/new-draft", "");
        form("/new-checks/{id}/save", "");
        form("/new-checks/{id}/upload", "");
        String own = "definition=id: tank\ntitle: 'h0stile<script>h0stile()</script>'\nsummary: '<b onmouseover=x>'\n"
                + "interval-days: 7\nfields:\n  - {name: full, title: '<script>h0stile()', kind: yes-no}";
        server.post("/new-protocol", fields(own));
        form("/new-protocol", "/new-protocol", own);
        form("/protocols/{id}/retire", "/protocols/tank/retire", "reason=r");
        form("/checks/{id}/move", "/checks/" + check + "/move", "to=lsm-1/63x-488", "reason=r");
        form("/new-instrument", "/new-instrument", "name=LSM 2", "path.1.name=x", "objective.1.name=20x");
        form("/instruments/{slug}/new-event", "/instruments/lsm-1/new-event", "kind=fault", "what=w", "effect=none");
        form("/events/{id}", "/events/" + event, "step=note", "text=t");
        form("/events/{id}/return", "/events/" + event + "/return", "reason=r");
        form("/reminders/trial", "");
        form("/published/{token}/methods", "");
        form("/publicity", "/publicity", "standing=published", "field.contact=yes", "reason=r");
        form(
                "/instruments/{slug}/publicity",
                "/instruments/lsm-1/publicity",
                "standing=published",
                "field.contact=yes",
                "reason=r");
        form("/instruments/{slug}/hours", "/instruments/lsm-1/hours", "hours=1");
        form("/instruments/{slug}/new-plan", "/instruments/lsm-1/new-plan", plan.split("&", -1));
        form("/plans/{id}", "/plans/" + planId, plan.split("&", -1));
        form("/plans/{id}/end", "/plans/" + planId + "/end", "reason=r");
        form("/checks/{id}/counting", "/checks/" + check + "/counting", "reason=r");
        form("/checks/{id}/review", "/checks/" + check + "/review", "decision=rejected", "reason=r");
        form("/review/own-work", "/review/own-work", "reason=r");
        form("/review", "/review", "decision=rejected", "reason=r", "check." + check + "=yes");
        form(
                "/instruments/{slug}/limits/{protocol}",
                "/instruments/lsm-1/limits/psf-beads",
                "path=63x-488",
                "kind.psf.ratio_theory.x/median=percent-of-theory",
                "failhigh.psf.ratio_theory.x/median=40",
                "reason=r");
        form(
                "/instruments/{slug}/baselines/{protocol}",
                "/instruments/lsm-1/baselines/light-source-stability",
                "check." + check + "=yes",
                "reason=r");
        form("/new-meter", "/new-meter", "model=m", "serial=2", "point.1.wavelength=488", "point.1.uncertainty=3");
        form(
                "/kit/{slug}/certificate",
                "/kit/pm-1/certificate",
                "number=C-1",
                "date=2026-01-15",
                "point.1.wavelength=488",
                "point.1.uncertainty=3");
        form("/new-artefact", "/new-artefact", "kind=bead-slide-solid", "product=p");
        form("/kit/{slug}/recall", "/kit/pm-1/recall", "from=2026-01-15", "reason=r");
        form("/recalls/{id}", "/recalls/" + recall, "reason=r");
        form(
                "/instruments/{slug}/new-check",
                RecordingServer.FORM,
                "configuration=63x-488",
                "protocol=light-source-power",
                "reason=scheduled");
        for (String each : List.of("", "/cancel", "/record", "/discard")) {
            form("/new-checks/{id}" + each, "/new-checks/none" + each);
        }
        form(
                "/account",
                "/account",
                "old=a few words in a row",
                "password=a few words in a row",
                "again=a few words in a row");
        form("/account/tokens", "/account/tokens", "name=n", "role=user");
        form("/account/tokens/{id}/end", "/account/tokens/none/end");
        form("/account/reminders", "/account/reminders", "when=weekly", "address=ada@example.org", "language=en");
        form("/account/sessions/end", "/account/sessions/none");
        registry();
        form(
                "/accounts",
                "/accounts",
                "login=bo",
                "name=n",
                "role.user=yes",
                "password=a few words in a row",
                "again=a few words in a row");
        String ada = server.store()
                .accounts()
                .byLogin("ada")
                .orElseThrow()
                .version()
                .accountId()
                .toString();
        form(
                "/accounts/{id}",
                "/accounts/" + ada,
                "do=roles",
                "role.administrator=yes",
                "role.manager=yes",
                "reason=r");
    }

    /** A check whose note, signature and file name are hostile. */
    private String check() throws Exception {
        StringBuilder log = new StringBuilder("time_s,power_mW\n");
        for (int i = 0; i < 30; i++) {
            log.append(i * 10).append(",1.2").append(i % 3).append('\n');
        }
        String draft = server.send(
                fields(
                        "configuration=63x-488",
                        "protocol=light-source-stability",
                        "reason=scheduled",
                        "by=" + EVIL,
                        "note=" + EVIL,
                        "p.line=488nm"),
                new Sent("=h0stile<script>.csv", log.toString()));
        assertHarmless("draft", server.get(draft));
        server.settled(draft);
        server.post(draft + "/record", Map.of());
        server.await(draft, "recorded");
        return server.store().checks().ofInstrument(lsm()).get(0).id().toString();
    }

    private UUID lsm() {
        return server.store().instruments().bySlug("lsm-1").orElseThrow().id();
    }

    private void registry() {
        String part = server.store()
                .instruments()
                .configuration("lsm-1/63x-488")
                .orElseThrow()
                .components()
                .get(0)
                .id()
                .toString();
        String lsm = "/instruments/lsm-1/";
        String of = "/instruments/{slug}/";
        form("/import-instrument", "/import-instrument", "yaml=instrument: {slug: imp, name: Imp}");
        form(of + "edit", lsm + "edit", "name=LSM 1", "reason=r");
        form(of + "service", lsm + "service", "day=2026-11-01", "reason=r");
        form(of + "new-path", lsm + "new-path", "name=n");
        form(of + "paths/{path}", lsm + "paths/63x-488", "name=n", "reason=r");
        form(of + "paths/{path}/service", lsm + "paths/63x-488/service", "reason=r");
        form(of + "paths/{path}/service", lsm + "paths/63x-488/service", "reason=r", "back=yes");
        form(of + "new-component", lsm + "new-component", "kind=objective", "name=n");
        form(of + "software", lsm + "software", "software=s", "number=1", "at=2026-11-01T10:00");
        form(of + "files", lsm + "files", "caption=c");
        form(of + "files/{file}/remove", lsm + "files/none/remove", "reason=r");
        form("/components/{id}/edit", "/components/" + part + "/edit", "name=n", "reason=r");
        form("/components/{id}/move", "/components/" + part + "/move", "to=stored", "reason=r");
    }

    private void form(String page, String address, String... values) {
        Map<String, String> fields = fields(values);
        fields.put("", address);
        forms.put(page, fields);
    }

    private static Map<String, String> fields(String... values) {
        Map<String, String> fields = new TreeMap<>();
        for (String each : values) {
            fields.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return fields;
    }

    /** The names of a form's fields that take any text. */
    private static List<String> texts(ApiWrite write) {
        List<String> names = new ArrayList<>();
        for (Field field : write.fields()) {
            if (field.kind() == Kind.ROWS) {
                field.parts().forEach(part -> names.add(field.name() + ".1." + part.name()));
            } else {
                names.add(field.name());
            }
        }
        return names;
    }

    /** Everything that is linked from anywhere, and what programs read. */
    private void visitEverything() throws Exception {
        Deque<String> ahead = new ArrayDeque<>(List.of("/"));
        server.server().routes().stream()
                .filter(route -> route.method() == Method.GET && !route.path().contains("{"))
                .map(Route::path)
                .filter(path -> !path.equals("/api/v1/backup"))
                .forEach(ahead::add);
        Set<String> seen = new LinkedHashSet<>(ahead);
        int visited = 0;
        while (!ahead.isEmpty() && visited < MOST_PAGES) {
            String path = ahead.poll();
            HttpResponse<String> answer = server.get(path);
            visited++;
            assertHarmless(path, answer);
            LINK.matcher(answer.body())
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link -> !link.endsWith(".pdf") && !link.contains("/figures/") && seen.add(link))
                    .forEach(ahead::add);
        }
        assertThat(visited).isGreaterThan(60);
    }

    private static void assertHarmless(String where, HttpResponse<String> answer) {
        String body = answer.body();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertThat(answer.statusCode()).as("%s %s", where, body).isLessThan(500);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        if (type.startsWith("text/html") || type.contains("svg")) {
            assertThat(body)
                    .as(where)
                    .doesNotContain(
                            "<script>h0stile", "<b onmouseover", "onmouseover=\"h0stile", "13377", "\u202e", "\u0000");
        }
        if (type.startsWith("text/csv")) {
            assertThat(Stream.of(body.split("\n", -1)).flatMap(line -> Arrays.stream(line.split(",", -1))))
                    .as(where)
                    .noneMatch(cell -> cell.matches("(?s)\"?[=+@].*"));
        }
        if (type.startsWith("application/json")) {
            assertThat(body).as(where).doesNotContain("\u202e", "\u0000");
        }
    }
}
