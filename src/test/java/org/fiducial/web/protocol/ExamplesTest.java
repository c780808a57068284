package org.fiducial.web.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.report.SampleResult;
import org.fiducial.web.protocol.Examples.Readiness;
import org.junit.jupiter.api.Test;

class ExamplesTest {

    private static final AnalysisResult RESULT = SampleResult.result(1.0);

    @Test
    void makesEachExampleOnce() {
        List<String> asked = new ArrayList<>();
        Examples examples = new Examples(
                protocol -> {
                    asked.add(protocol);
                    return Optional.of(RESULT);
                },
                Runnable::run);

        assertThat(examples.of("psf-beads").results()).containsExactly(RESULT);
        assertThat(examples.of("psf-beads").readiness()).isEqualTo(Readiness.READY);
        assertThat(asked).containsExactly("psf-beads");
    }

    @Test
    void doesNotLetThePageWaitForASlowOne() {
        Queue<Runnable> later = new ArrayDeque<>();
        Examples examples = new Examples(protocol -> Optional.of(RESULT), later::add);

        assertThat(examples.of("psf-beads").readiness()).isEqualTo(Readiness.PENDING);
        later.remove().run();

        assertThat(examples.of("psf-beads").readiness()).isEqualTo(Readiness.READY);
    }

    @Test
    void isWholeWithoutOneThatFails() {
        Examples examples = new Examples(
                protocol -> {
                    throw new IllegalStateException("a fault of the test");
                },
                Runnable::run);

        assertThat(examples.of("psf-beads").readiness()).isEqualTo(Readiness.NONE);
    }
}
