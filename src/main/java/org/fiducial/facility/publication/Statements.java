package org.fiducial.facility.publication;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.publication.Statement.Issued;

/** The statements that were issued. Append-only. */
public interface Statements {

    /**
     * Issues a statement, or finds the one that said the same of the same light path and days; also one that was withdrawn, so
     * that asking again does not undo a withdrawal.
     *
     * @return the one that is in the record
     */
    Issued issue(Statement statement, StatementPapers papers);

    /** Withdraws a statement for good. */
    void withdraw(StatementWithdrawal withdrawal);

    /** The statement at an address. */
    Optional<Issued> byToken(String token);

    /** The statement of a number, as {@link StatementName#typed} gives it. */
    Optional<Issued> byNumber(String number);

    /** The statement whose PDF or record has this SHA-256. */
    Optional<Issued> byHash(String sha256);

    /** The statements of a light path over exactly these days, in every language, newest first. */
    List<Issued> ofSubject(Statement.Subject subject);

    /** What a statement was issued as. */
    Optional<StatementPapers> papers(UUID statementId);

    /** All of them, newest first. */
    List<Issued> all();

    /** A record without statements, which takes none. */
    static Statements none() {
        return new NoStatements();
    }
}
