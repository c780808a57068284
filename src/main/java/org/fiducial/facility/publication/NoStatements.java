package org.fiducial.facility.publication;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.publication.Statement.Issued;

/** A record without statements. */
final class NoStatements implements Statements {

    @Override
    public Issued issue(Statement statement, StatementPapers papers) {
        throw new UnsupportedOperationException("no statements are kept here");
    }

    @Override
    public void withdraw(StatementWithdrawal withdrawal) {
        throw new UnsupportedOperationException("no statements are kept here");
    }

    @Override
    public Optional<Issued> byToken(String token) {
        return Optional.empty();
    }

    @Override
    public Optional<Issued> byNumber(String number) {
        return Optional.empty();
    }

    @Override
    public Optional<Issued> byHash(String sha256) {
        return Optional.empty();
    }

    @Override
    public List<Issued> ofSubject(Statement.Subject subject) {
        return List.of();
    }

    @Override
    public Optional<StatementPapers> papers(UUID statementId) {
        return Optional.empty();
    }

    @Override
    public List<Issued> all() {
        return List.of();
    }
}
