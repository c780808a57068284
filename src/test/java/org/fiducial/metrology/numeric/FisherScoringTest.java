package org.fiducial.metrology.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FisherScoringTest {

    private static final FisherScoring SEARCH = new FisherScoring(1e-12, 100);

    /** Counts of mean exp(θ): the maximum is ln of their mean, the information their sum. */
    private static final class Counts implements LikelihoodModel {
        @Override
        public double evaluate(double[] theta, double[] information, double[] score) {
            double mean = Math.exp(theta[0]);
            information[0] = 4 * mean;
            score[0] = 40 - 4 * mean;
            return 4 * mean - 40 * theta[0];
        }
    }

    /** A likelihood without end: −ln L falls for ever. */
    private static final class Slope implements LikelihoodModel {
        @Override
        public double evaluate(double[] theta, double[] information, double[] score) {
            information[0] = 1;
            score[0] = 1;
            return theta[0] > 1e9 ? Double.NaN : -theta[0];
        }
    }

    @Test
    void findsTheMeanOfCountsFromAFarStart() {
        for (double start : new double[] {-3, 0, 6}) {
            FisherScoring.Maximum maximum =
                    SEARCH.maximise(new Counts(), new double[] {start}).orElseThrow();

            assertThat(maximum.theta()[0]).isEqualTo(Math.log(10), within(1e-7));
            assertThat(maximum.information()[0]).isEqualTo(40, within(1e-5));
            assertThat(maximum.negativeLogLikelihood()).isEqualTo(40 - 40 * Math.log(10), within(1e-9));
        }
    }

    @Test
    void givesUpWhereThereIsNoMaximum() {
        assertThat(SEARCH.maximise(new Slope(), new double[] {0})).isEmpty();
        assertThat(SEARCH.maximise(new Slope(), new double[] {2e9})).isEmpty();
        LikelihoodModel singular = (theta, information, score) -> 0;
        assertThat(SEARCH.maximise(singular, new double[] {0})).isEqualTo(Optional.empty());
    }

    @Test
    void refusesSenselessEndConditions() {
        assertThatThrownBy(() -> new FisherScoring(0, 10)).hasMessageContaining("must be positive");
    }
}
