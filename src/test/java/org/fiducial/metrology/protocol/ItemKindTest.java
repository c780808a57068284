package org.fiducial.metrology.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ItemKindTest {

    @Test
    void saysHowManyThereAre() {
        assertThat(ItemKind.of("region").say("count", 9, 2)).isEqualTo("9 zones measured, patches of dirt: 2");
    }

    @Test
    void hasGeneralWordsForKindsItDoesNotKnow() {
        assertThat(ItemKind.of("mirror").say("named", "m-3")).isEqualTo("Item m-3");
        assertThat(ItemKind.find("mirror")).isEmpty();
        assertThat(ItemKind.find("../psf-beads/1.0/protocol")).isEmpty();
    }

    @Test
    void namesTheWordThatIsMissing() {
        assertThatThrownBy(() -> ItemKind.parse("toy.yaml", "kind: toy\nwords: { title: Toys }\nreasons: {}\n"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("words.one")
                .hasMessageContaining("is missing");
    }

    @Test
    void refusesAWordNobodyAsksFor() {
        assertThatThrownBy(() -> ItemKind.of("bead").say("plural"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'plural'");
    }
}
