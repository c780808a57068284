package org.fiducial.metrology.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of enumerations in files: {@code LIGHT_SOURCE} is written {@code light-source}. */
final class EnumWords {

    private EnumWords() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> of(value).equals(word))
                .findFirst();
    }

    /** The value of a word of a file; the refusal of another names those there are. */
    static <E extends Enum<E>> E require(Class<E> type, String word, String key, YamlMapping yaml) {
        return find(type, word)
                .orElseThrow(() -> yaml.refuse("'" + key + "' takes "
                        + Arrays.stream(type.getEnumConstants())
                                .map(EnumWords::of)
                                .collect(Collectors.joining(", "))
                        + ", but '" + word + "' was found."));
    }
}
