package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsCommandTest {

    private static final String PATH = "wide-1/oil63-green";

    private final Recording recording;

    LimitsCommandTest(@TempDir Path folder) throws IOException {
        recording = Recording.in(folder);
    }

    @Test
    void aBaselineAndLimitsInPerCentOfItJudgeTheNextCheck() {
        String first = identifier(recording.record("--at", "2026-02-27T12:00"));
        Outcome baseline = run("baseline", first, "--reason", "accepted", "--by", "Ada");
        assertThat(baseline.out()).as(baseline.err()).startsWith("Made baseline 1 (one check) of psf-beads");

        Outcome set = run(
                "limits",
                "set",
                PATH,
                "psf-beads",
                "psf.fwhm.x",
                "--kind",
                "percent-of-baseline",
                "--warning",
                "-1..1",
                "--fail",
                "-2..2",
                "--rule",
                "guarded",
                "--reason",
                "as accepted",
                "--from",
                "2026-03-01");

        assertThat(set.out()).as(set.err()).isEqualTo("Put limits 1 for this light path, in force from 2026-03-01.\n");
        assertThat(run("limits", "show", PATH, "psf-beads", "--on", "2026-03-01")
                        .out())
                .contains("psf.fwhm.x", "fail -2.0..2.0, percent-of-baseline, guarded acceptance", "psf.ratio_theory.x")
                .contains("default of psf-beads@1.0");
        assertThat(run("limits", "show", PATH, "psf-beads", "--on", "2026-02-28")
                        .out())
                .doesNotContain("psf.fwhm.x");
        Outcome next = recording.record("--at", "2026-03-02T12:00");
        // The stack measures 0.2115 µm with u = 0.0027 µm: ± 2 % is 0.0042 µm, less than U = 0.0054 µm.
        assertThat(next.out()).contains("Not proven", "Rule: guarded acceptance.");
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void saysWhatIsWrongWithALimit() {
        assertThat(run("limits", "set", PATH, "psf-beads", "psf.fwhm.q", "--fail", "..1", "--reason", "r")
                        .err())
                .contains("no metric 'psf.fwhm.q'");
        assertThat(run("limits", "set", PATH, "psf-beads", "psf.fwhm.x", "--fail", "1", "--reason", "r")
                        .err())
                .contains("'1' is no pair of bounds");
        assertThat(run("limits", "set", PATH, "psf-beads", "psf.fwhm.x", "--reason", "r")
                        .err())
                .contains("at least one bound");
    }

    @Test
    void aVoidCheckLeavesTheState() {
        String check = identifier(recording.record("--at", "2026-02-27T12:00"));

        assertThat(run("check", "void", check).err()).contains("Say why the check is void");
        Outcome done = run("check", "void", check, "--reason", "wrong slide", "--by", "Ada");

        assertThat(done.out()).as(done.err()).isEqualTo("Check " + check + " is void now.\n");
        assertThat(run("status", "wide-1", "--on", "2026-02-28", "--json").out())
                .doesNotContain(check);
        assertThat(run("baseline", check, "--reason", "accepted").err()).contains("void");
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void asksForSomebodyElseWhereTheFacilitySaysSo() {
        String check = identifier(recording.record("--at", "2026-02-27T12:00", "--by", "Ada", "--note", "dusty"));
        assertThat(run("review", "list").out()).contains(check).contains("dusty");
        assertThat(run("review", "own-work", "perhaps", "--reason", "so").err()).contains("say allow or forbid");

        Outcome said = run("review", "own-work", "forbid", "--reason", "four eyes", "--by", "Ada");

        assertThat(said.out()).as(said.err()).contains("approved or rejected by somebody else");
        assertThat(run("check", "approve", check, "--by", "Ada").err()).contains("somebody else");
        assertThat(run("check", "approve", check, "--by", "Grace").status()).isZero();
        assertThat(run("review", "list").out())
                .isEqualTo("Nothing waits: every check was looked at, or passed without a note.\n");
        assertThat(run("review", "own-work", "allow", "--reason", "too few of us")
                        .out())
                .contains("themselves");
        assertThat(run("verify").status()).isZero();
    }

    private static String identifier(Outcome recorded) {
        assertThat(recorded.status()).as(recorded.err()).isLessThan(2);
        return recorded.out().replaceFirst("(?s).*?([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}).*", "$1");
    }

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", recording.data()));
        return InProcess.run(all.toArray(String[]::new));
    }
}
