package org.fiducial.metrology.power;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ColumnMappingTest {

    @Test
    void readsTheExamplesOfItsSchema() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("schemas", "columns.schema.json").toFile());
        assertThat(schema.get("examples")).hasSize(3);
        for (JsonNode example : schema.get("examples")) {
            assertThat(example.asText()).matches(schema.get("pattern").asText());
            assertThat(ColumnMapping.parse(example.asText()).entries()).containsKey("power");
        }
    }
}
