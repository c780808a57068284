package org.fiducial.metrology.protocol;

import java.io.Serial;

/**
 * What the files do not say and nobody gave. A command refuses with the sentence, which names the option; a page asks for
 * the parameter.
 */
public final class MissingParameterException extends UnusableInputException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * The sentence and the parameter it asks for.
     *
     * @param parameter its name as declared in protocol.yaml
     */
    public MissingParameterException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** The name of the parameter to give. */
    public String parameter() {
        return parameter;
    }
}
