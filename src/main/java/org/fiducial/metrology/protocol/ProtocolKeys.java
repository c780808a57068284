package org.fiducial.metrology.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the definition of a protocol may say: the same head for all, and what follows by how its values come about. */
final class ProtocolKeys {

    private static final List<String> HEAD = List.of(
            "id", "version", "module", "title", "summary", "sources", "interval-days", "minutes", "after", "affects");

    private ProtocolKeys() {}

    /** The definition of a protocol whose values are computed from files. */
    static YamlMapping ofAnalysis(YamlMapping root) {
        return allowed(root, "items", "parameters", "readings", "metrics", "limits");
    }

    /** The definition of a protocol whose values are entered by hand. */
    static YamlMapping ofForm(YamlMapping root) {
        return allowed(root, "covers", "steps", "fields", "retired");
    }

    private static YamlMapping allowed(YamlMapping root, String... own) {
        return root.allowOnly(Stream.concat(HEAD.stream(), Arrays.stream(own)).toArray(String[]::new));
    }
}
