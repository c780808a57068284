package org.fiducial.cli;

import org.fiducial.facility.publication.Statement.Issued;
import org.fiducial.web.page.PageLanguage;

/** Issues QC statements. */
@FunctionalInterface
public interface Issuer {

    /**
     * What is asked for: an instrument and a light path by their names in addresses, and days as 2026-03-12.
     *
     * @param to the last day; empty text for a single one
     * @param language of the statement
     * @param by who asks; empty text where nobody says
     */
    record Wanted(String instrument, String path, String from, String to, PageLanguage language, String by) {}

    /**
     * Issues a statement, or finds the one that says the same.
     *
     * @throws org.fiducial.metrology.protocol.UnusableInputException if the instrument is not public, or had no such light path
     */
    Issued issue(Wanted wanted);
}
