package org.fiducial.report;

import java.io.Serial;

/** A template could not be filled: it is missing, or it says something the engine does not understand. */
public final class TemplateException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    TemplateException(String name, Throwable cause) {
        super(
                "The template 'reports/" + name + "' could not be filled (" + cause.getMessage()
                        + "); correct it, or remove it from the data folder to use the one of the program.",
                cause);
    }
}
