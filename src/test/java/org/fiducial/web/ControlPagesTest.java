package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import org.fiducial.facility.check.CheckReason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One number of a light path over time, as a control chart with what it says. */
class ControlPagesTest {

    private static final SampleFacility FACILITY = SampleFacility.filled();
    private static final WebServer SERVER = SampleFacility.server(FACILITY);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String FEW = "/instruments/lsm-1/trends/63x-488/psf.fwhm.x~c1";
    private static final String MANY = "/instruments/spinning-disk/trends/63x-488/psf.fwhm.x~c1";
    private static final String RULE_OF_EIGHT = "name=\"western-electric-4\" value=\"on\"";
    private static URI home;

    /** Twenty-nine weekly checks that scatter by 1 % in no order, before the one after a complaint that is nearly twice as wide. */
    @BeforeAll
    static void start() {
        double[] scatter = {0.3, -0.8, 1.1, -0.2, -1.3, 0.7, 0.1, -0.6, 1.4, -0.9};
        for (int i = 0; i < 29; i++) {
            FACILITY.check(
                    300 + i,
                    21,
                    SampleFacility.NOW.minus(Duration.ofDays(190 - 6L * i)),
                    1 + 0.01 * scatter[i * 7 % 10],
                    CheckReason.SCHEDULED);
        }
        home = SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(home.resolve(address)).build(), BodyHandlers.ofString());
    }

    private static String page(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    private static long count(String page, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(page).results().count();
    }

    @Test
    void chartsOfALightPathLeadToThatOfOneNumber() throws Exception {
        assertThat(page("/instruments/lsm-1/trends/63x-488"))
                .contains("<figcaption><a href=\"" + FEW + "\">FWHM x (µm)</a></figcaption>");
    }

    /** Two checks since the service: no limits, no rules, no slope, and one sentence that says so. */
    @Test
    void fewChecksGetOneSentenceAndNoLimits() throws Exception {
        String page = page(FEW);

        assertThat(page)
                .contains("There are 2 checks since ")
                .contains("That is too few for limits, which need 5 checks and another one to judge")
                .doesNotContain("A drift is looked for");
    }

    @Test
    void enoughChecksHaveLimitsAndTheCheckBeyondThemHasTheNumberOfTheRule() throws Exception {
        String page = page(MANY);

        assertThat(page)
                .contains("One check breaks rule 1: a check beyond 3σ, on ")
                .contains("with σ from moving ranges of 20 checks from ")
                .contains("baseline, n = 20")
                .contains("<path class=\"line hit limit\"")
                .contains("<text class=\"label hit\"")
                .contains("fail, rule 1: a check beyond 3σ\"")
                .doesNotContain("Beyond the chart lie")
                .contains("No drift is seen: between ");
        assertThat(count(page, "class=\"line control\"")).isEqualTo(3);
    }

    /** With 61 checks a year one false alarm of 3σ limits comes in 370 checks: 61 / 370.4 = 0.16 a year. */
    @Test
    void everyRuleHasItsPriceAndTheUsualOnesAreOn() throws Exception {
        String page = page(MANY);

        assertThat(page)
                .containsPattern("1: a check beyond 3σ</label></th><td[^>]*>0\\.16</td>")
                .contains(RULE_OF_EIGHT + " checked")
                .contains("name=\"ewma\" value=\"on\" checked")
                .contains("name=\"nelson-3\" value=\"on\">")
                .contains("All that are on, together");
        assertThat(count(page, "type=\"checkbox\"")).isEqualTo(11);
    }

    @Test
    void rulesAreChosenInTheAddressAndGoWithTheTable() throws Exception {
        String page = page(MANY + "?rules=own&nelson-3=on");

        assertThat(page)
                .contains(RULE_OF_EIGHT + ">")
                .contains("name=\"nelson-3\" value=\"on\" checked")
                .contains("points.csv?rules=own&amp;western-electric-1=on&amp;nelson-3=on")
                .doesNotContain("class=\"line average\"");
    }

    @Test
    void aStretchOfTimeIsShownByItself() throws Exception {
        assertThat(page(MANY + "?rules=own&from=2026-09-01&until=2026-09-30")).contains("5 of 31 checks are shown.");
        assertThat(page(MANY + "?rules=own&from=2020-01-01&until=2020-12-31"))
                .contains("No check was measured in this stretch of time.");
        assertThat(page(MANY + "?from=yesterday")).contains("<svg");
    }

    /** A common factor moves no rule; the baseline is 100 %, whatever its unit. */
    @Test
    void valuesAreShownRelativeToTheBaselineOrToTheory() throws Exception {
        assertThat(page(MANY + "?as=baseline"))
                .contains("FWHM x (%)", " about 100\u00a0%, ", "One check breaks rule 1: a check beyond 3σ")
                .contains("<option value=\"baseline\" selected>");
        assertThat(page(MANY + "?as=theory"))
                .contains("FWHM x (× theory)", "One check breaks rule 1: a check beyond 3σ");
        assertThat(page(MANY + "?as=nonsense")).contains("FWHM x (µm)");
    }

    @Test
    void theTableHasEveryCheckWithItsLimitsAndRules() throws Exception {
        String[] lines = page(MANY + "/points.csv").split("\r\n", -1);

        assertThat(lines).hasSize(33);
        assertThat(lines[0]).contains("measured,value,unit,standard uncertainty,verdict");
        assertThat(lines[31]).contains(",western-electric-1,");
        assertThat(lines[29].split(",", -1)).hasSize(12);
    }

    @Test
    void whatIsNotMeasuredIsNotThere() throws Exception {
        for (String address : new String[] {
            "/instruments/lsm-1/trends/63x-488/psf.fwhm.x~c9",
            "/instruments/lsm-1/trends/63x-488/nothing",
            "/instruments/lsm-1/trends/nothing/psf.fwhm.x~c1",
            "/instruments/nothing/trends/63x-488/psf.fwhm.x~c1",
            "/instruments/lsm-1/trends/63x-488/nothing/points.csv"
        }) {
            assertThat(get(address).statusCode()).as(address).isEqualTo(404);
        }
    }
}
