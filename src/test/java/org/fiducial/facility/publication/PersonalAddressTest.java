package org.fiducial.facility.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like the address of a person. */
class PersonalAddressTest {

    private static final List<String> PEOPLE = List.of("Ada Müller", "Grace Hopper", "Core");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.mueller@example.org",
                "a.lovelace@example.org",
                "Rosalind-Franklin@example.org",
                "ghopper@example.org",
                "muller2@example.org",
                "Ask Rosalind, rosalind_franklin@example.org, or look at https://example.org"
            })
    void aNameLooksLikeAPerson(String contact) {
        assertThat(PersonalAddress.isLikely(contact, PEOPLE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "microscopy@example.org",
                "core@example.org",
                "light.microscopy@example.org",
                "qc-2@example.org",
                "imaging-core.zh@example.org",
                "https://example.org/people/ada.muller",
                "Ask Ada Müller in room 4.",
                "@",
                "a@",
                "@b.org"
            })
    void anOfficeAPageAndASentenceDoNot(String contact) {
        assertThat(PersonalAddress.isLikely(contact, PEOPLE)).isFalse();
    }

    @Test
    void aLongTextIsReadAtOnce() {
        assertThat(PersonalAddress.isLikely("a.".repeat(150), PEOPLE)).isFalse();
        assertThat(PersonalAddress.isLikely("@".repeat(300), PEOPLE)).isFalse();
    }
}
