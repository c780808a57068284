package org.fiducial.metrology.protocol;

import java.io.Serial;

/**
 * What the files do not say and nobody gave. A command refuses with the whole sentence, which names the option; a page
 * shows the finding and asks for the parameter.
 */
public final class MissingParameterException extends UnusableInputException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String finding;

    /**
     * The sentence in two halves, and the parameter it asks for.
     *
     * @param parameter its name as declared in protocol.yaml
     * @param finding what is missing and in which file, without a full stop
     * @param remedy what to type on the command line, with a full stop
     */
    public MissingParameterException(String parameter, String finding, String remedy) {
        super(finding + "; " + remedy);
        this.parameter = parameter;
        this.finding = finding;
    }

    /** The name of the parameter to give. */
    public String parameter() {
        return parameter;
    }

    /** What is missing and in which file, without a full stop and without a word about any command. */
    public String finding() {
        return finding;
    }
}
