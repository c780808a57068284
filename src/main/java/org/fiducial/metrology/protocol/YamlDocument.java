package org.fiducial.metrology.protocol;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML document read as plain text values: nothing is guessed, {@code 1.0} stays {@code 1.0} and {@code no} stays
 * {@code no}. Every failure is one sentence with the file and the line.
 *
 * <p>Limits: 1 MB, 30 levels, one document, no anchors or aliases.
 */
public final class YamlDocument {

    private static final int LARGEST_BYTES = 1_000_000;
    private static final int DEEPEST = 30;

    private final YamlMapping root;

    private YamlDocument(YamlMapping root) {
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @throws UnusableInputException if it is missing, too large, no UTF-8 text or no YAML mapping
     */
    public static YamlDocument read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new UnusableInputException(
                        "File '" + file + "' does not exist or is no file; a YAML file was expected.");
            }
            if (Files.size(file) > LARGEST_BYTES) {
                throw new UnusableInputException("File '" + file + "' has " + Files.size(file)
                        + " bytes; a YAML file of at most " + LARGEST_BYTES + " bytes was expected.");
            }
            return of(file.toString(), Files.readString(file));
        } catch (MalformedInputException e) {
            throw new UnusableInputException(
                    "File '" + file + "' is no UTF-8 text; save it as UTF-8 and try again.", e);
        } catch (IOException e) {
            throw new UnusableInputException(
                    "File '" + file + "' could not be read, because " + DiskFault.of(e)
                            + "; check it and its permissions.",
                    e);
        }
    }

    /**
     * Reads a text.
     *
     * @param source what the sentences call it, for instance its file name
     * @throws UnusableInputException if it is no YAML mapping
     */
    public static YamlDocument of(String source, String text) {
        Node node = compose(source, text);
        if (!(node instanceof MappingNode mapping)) {
            throw new UnusableInputException(
                    "File '" + source + "' holds no YAML mapping; lines of the form 'key: value' were expected.");
        }
        return new YamlDocument(YamlMapping.of(source, "", mapping));
    }

    /** The outermost mapping. */
    public YamlMapping root() {
        return root;
    }

    private static Node compose(String source, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(LARGEST_BYTES);
        try {
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            String line = e.getProblemMark() == null
                    ? ""
                    : ", line " + (e.getProblemMark().getLine() + 1);
            throw new UnusableInputException(
                    "File '" + source + "'" + line + " is not valid YAML: " + e.getProblem() + ".", e);
        } catch (YAMLException e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read");
            throw new UnusableInputException("File '" + source + "' is not valid YAML: " + first + ".", e);
        }
    }
}
