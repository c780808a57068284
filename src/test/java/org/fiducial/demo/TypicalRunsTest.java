package org.fiducial.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypicalRunsTest {

    private final Catalogue catalogue = DemoProtocols.catalogue();

    @ParameterizedTest
    @ValueSource(
            strings = {"field-illumination", "light-source-power", "light-source-linearity", "light-source-stability"})
    void hasPicturesAndIsTheSameEveryTime(String protocol) {
        AnalysisResult one = new TypicalRuns(catalogue).of(protocol).orElseThrow();

        assertThat(one.figures()).isNotEmpty();
        assertThat(one.provenance().protocol().id()).isEqualTo(protocol);
        assertThat(new TypicalRuns(catalogue).of(protocol)).contains(one);
    }

    @Test
    void hasBeadsInOneColourAndTwo() {
        assertThat(new TypicalRuns(catalogue).of("psf-beads").orElseThrow().items())
                .hasSizeGreaterThan(10);
        assertThat(new TypicalRuns(catalogue)
                        .of("coregistration-beads")
                        .orElseThrow()
                        .figures())
                .hasSizeGreaterThan(3);
    }

    @Test
    void knowsNoOtherProtocol() {
        assertThat(new TypicalRuns(catalogue).of("stage-drift")).isEmpty();
    }
}
