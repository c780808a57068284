package org.fiducial.metrology.protocol;

import java.io.Serial;
import java.util.Optional;

/**
 * What the files do not say and nobody gave. A command refuses with the whole sentence, which names the option; a page
 * shows the finding and asks for the parameter.
 */
public final class MissingParameterException extends UnusableInputException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String finding;
    private final transient Optional<TableQuestion> table;

    /**
     * The sentence in two halves, and the parameter it asks for.
     *
     * @param parameter its name as declared in protocol.yaml
     * @param finding what is missing and in which file, without a full stop
     * @param remedy what to type on the command line, with a full stop
     */
    public MissingParameterException(String parameter, String finding, String remedy) {
        this(parameter, finding, remedy, Optional.empty());
    }

    /** The same about a table of no known kind, which a page shows with its question. */
    public MissingParameterException(String parameter, String finding, String remedy, TableQuestion table) {
        this(parameter, finding, remedy, Optional.of(table));
    }

    private MissingParameterException(String parameter, String finding, String remedy, Optional<TableQuestion> table) {
        super(finding + "; " + remedy);
        this.parameter = parameter;
        this.finding = finding;
        this.table = table;
    }

    /** The name of the parameter to give. */
    public String parameter() {
        return parameter;
    }

    /** What is missing and in which file, without a full stop and without a word about any command. */
    public String finding() {
        return finding;
    }

    /** The table whose columns are asked for, where they are. */
    public Optional<TableQuestion> table() {
        return table;
    }
}
