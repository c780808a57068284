package org.fiducial.metrology.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fiducial.metrology.protocol.Catalogue.Entry;
import org.fiducial.metrology.protocol.ProtocolDefinition.Description;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue =
            new Catalogue(List.of(entry("psf", "1.0"), entry("psf", "1.1"), entry("a", "1.0")));

    @Test
    void theLastVersionIsTheCurrentOne() {
        assertThat(catalogue.require("psf").definition().reference()).hasToString("psf@1.1");
        assertThat(catalogue.current())
                .extracting(definition -> definition.reference().toString())
                .containsExactly("a@1.0", "psf@1.1");
    }

    @Test
    void anOldVersionIsFoundByItsFullName() {
        assertThat(catalogue.require("psf@1.0").definition().reference()).hasToString("psf@1.0");
        assertThat(catalogue.find("psf@2.0")).isEmpty();
    }

    @Test
    void namesWhatThereIsWhenAskedForAnother() {
        assertThatThrownBy(() -> catalogue.require("power"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("There is no protocol 'power'; known are a, psf.");
    }

    private static Entry entry(String id, String version) {
        ProtocolDefinition definition = new ProtocolDefinition(
                new ProtocolReference(id, version),
                new Description(id, id, "1.0", List.of(), "bead"),
                List.of(),
                List.of(),
                List.of(),
                30);
        return new Entry(definition, (inputs, parameters, progress) -> {
            throw new IllegalStateException("not asked for");
        });
    }
}
