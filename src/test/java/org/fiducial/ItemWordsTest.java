package org.fiducial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.metrology.bead.FlagCode;
import org.fiducial.metrology.bead.RejectionCode;
import org.fiducial.metrology.protocol.ItemKind;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Whatever a module can say of a single item has its sentence where the kind of item is declared. */
class ItemWordsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/fiducial/metrology");
    private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z_]+)\"");
    /** Codes of remarks are no reasons. */
    private static final Pattern REMARK = Pattern.compile("(?:new Remark|say|note)\\(\\s*\"[A-Z_]+\"");

    private static final Pattern CONSTANT = Pattern.compile("(?m)^    ([A-Z][A-Z_]+)\\(");
    private static final Pattern MODULE = Pattern.compile("(?m)^module:\\s+id: ([a-z]+)$");

    /** Each package of a protocol family with the kind of its items. */
    record Family(Path folder, String kind) {}

    static List<Family> families() throws IOException {
        try (Stream<Path> files = Files.find(Path.of("protocols"), 3, (path, any) -> path.endsWith("protocol.yaml"))) {
            return files.map(ItemWordsTest::family).distinct().toList();
        }
    }

    private static Family family(Path file) {
        String text = read(file);
        ProtocolDefinition protocol = ProtocolFile.parse(file.toString(), text);
        String module = MODULE.matcher(text).results().findFirst().orElseThrow().group(1);
        return new Family(SOURCES.resolve(module), protocol.description().items());
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyReasonOfAFamilyHasItsSentence(Family family) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.list(family.folder())) {
            for (Path file : files.toList()) {
                String text = read(file);
                if (text.contains("import org.fiducial.metrology.protocol.Reason;")) {
                    codes.addAll(found(CODE, REMARK.matcher(text).replaceAll("")));
                }
                if (text.contains("enum ReadingCode")) {
                    codes.addAll(found(CONSTANT, text));
                }
            }
        }
        if (family.kind().equals("bead")) {
            Stream.of(RejectionCode.values()).map(Enum::name).forEach(codes::add);
            Stream.of(FlagCode.values()).map(Enum::name).forEach(codes::add);
        }

        assertThat(codes).isNotEmpty();
        assertThat(ItemKind.find(family.kind()).orElseThrow().reasons().keySet())
                .containsAll(codes);
    }

    static List<Path> kinds() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("protocols/items"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfItemsMeetsItsSchema(Path file) throws IOException {
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(read(file));
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("schemas/item-kind.schema.json").toFile());

        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(new ObjectMapper().valueToTree(loaded)))
                .isEmpty();
        assertThat(ItemKind.of(file.getFileName().toString().replace(".yaml", ""))
                                .kind() + ".yaml")
                .isEqualTo(file.getFileName().toString());
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
