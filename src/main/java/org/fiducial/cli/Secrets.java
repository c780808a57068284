package org.fiducial.cli;

import java.util.Optional;

/** Asks for what nobody else may see. */
@FunctionalInterface
public interface Secrets {

    /** What was typed, without being shown where a person types it; empty where there is nothing to read. */
    Optional<String> ask(String prompt);
}
