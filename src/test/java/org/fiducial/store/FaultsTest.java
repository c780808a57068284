package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void keepsAsManyAsAnybodyReadsAndSaysThatThereAreMore() {
        Faults faults = new Faults();
        for (int i = 0; i < Faults.MOST; i++) {
            faults.add("Row " + i + " was changed.");
        }
        assertThat(faults.list()).hasSize(Faults.MOST).endsWith("Row 9999 was changed.");

        faults.add("Another was.");
        faults.add("And another.");

        assertThat(faults.list())
                .hasSize(Faults.MOST + 1)
                .endsWith("More is wrong than these 10000 sentences say; the others are not listed.");
    }
}
