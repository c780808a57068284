package org.fiducial.facility.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersistentIdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "10.21938/abc,                         doi:10.21938/abc,      https://doi.org/10.21938/abc",
        "https://doi.org/10.5281/zenodo.1,     doi:10.5281/zenodo.1,  https://doi.org/10.5281/zenodo.1",
        "doi:10.1234/X-1,                      doi:10.1234/X-1,       https://doi.org/10.1234/X-1",
        "RRID:SCR_023456,                      RRID:SCR_023456,       https://scicrunch.org/resolver/RRID:SCR_023456",
        "hdl:21.11101/0000-0007,               hdl:21.11101/0000-0007, https://hdl.handle.net/21.11101/0000-0007",
        "ark:/12345/x6,                        ark:12345/x6,          https://n2t.net/ark:12345/x6",
        "https://w3id.org/inst/4,              https://w3id.org/inst/4, https://w3id.org/inst/4"
    })
    void knowsTheFormsPeopleWrite(String typed, String compact, String address) {
        PersistentIdentifier identifier = PersistentIdentifier.of(typed).orElseThrow();

        assertThat(identifier.compact()).isEqualTo(compact);
        assertThat(identifier.address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "4711", "doi:10.1/x", "javascript:alert(1)", "http://a", "https://x y", "10.1234/a b", "SCR_"
            })
    void refusesWhatHasTheFormOfNone(String typed) {
        assertThat(PersistentIdentifier.of(typed)).isEmpty();
    }

    @Test
    void neverLinksAnywhereButToTheWeb() {
        for (PersistentIdentifier.Scheme scheme : PersistentIdentifier.Scheme.values()) {
            assertThat(new PersistentIdentifier(scheme, "https://a.b/").address())
                    .startsWith("https://");
        }
        assertThat(PersistentIdentifier.of("https://a.b/" + "x".repeat(5000))).isEmpty();
    }
}
