package org.fiducial.metrology.protocol;

import java.util.Optional;

/**
 * A parameter as {@code protocol.yaml} declares it.
 *
 * @param name as typed after {@code --set}
 * @param title a few words for people
 * @param kind what values it takes
 * @param presence whether it must be known, and its value where nobody says it
 * @param help one sentence with an example
 */
public record ParameterDefinition(String name, String title, ParameterKind kind, Presence presence, String help) {

    /**
     * Whether a parameter must be known.
     *
     * @param required whether the analysis refuses without it
     * @param perChannel whether it may differ between channels
     * @param fallback the declared default
     * @param usual whether people usually have to say it, because files do not; a form shows it first
     */
    public record Presence(boolean required, boolean perChannel, Optional<String> fallback, boolean usual) {

        /** The presence of a parameter that is rarely said. */
        public Presence(boolean required, boolean perChannel, Optional<String> fallback) {
            this(required, perChannel, fallback, false);
        }
    }

    /**
     * Reads a value of this parameter.
     *
     * @throws UnusableInputException if the text is none; the sentence names the parameter and what it takes
     */
    public Value parse(String text) {
        return kind.parse(this, text);
    }
}
