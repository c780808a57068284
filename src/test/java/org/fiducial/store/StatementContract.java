package org.fiducial.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.publication.Statement;
import org.fiducial.facility.publication.Statement.Issued;
import org.fiducial.facility.publication.Statement.Standing;
import org.fiducial.facility.publication.StatementPapers;
import org.fiducial.facility.publication.StatementWithdrawal;
import org.fiducial.facility.publication.Statements;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;

/** What a record promises of statements. */
abstract class StatementContract extends OutboxContract {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private Statement statement(String instrument) {
        return new SampleStatements(record, store).add(instrument);
    }

    private Statement statement(String instrument, Locale language) {
        return new SampleStatements(record, store).add(instrument, language);
    }

    private StatementWithdrawal withdrawal(Statement statement) {
        return new StatementWithdrawal(
                record.ids().get(),
                statement.id(),
                new Entry(
                        "Ada Müller",
                        Instant.ofEpochMilli(SampleRecord.NOW.toEpochMilli()),
                        "The wrong slide <b>was</b> named."));
    }

    @Test
    void givesBackTheBytesThatWereIssued() {
        Statement statement = statement("LSM 1");
        store.close();
        store = record.open();

        Statements statements = store.statements();
        Issued issued = statements.byToken(statement.name().token()).orElseThrow();
        assertThat(issued.statement()).isEqualTo(statement);
        assertThat(issued.standing()).isEqualTo(Standing.GENUINE);
        StatementPapers papers = statements.papers(statement.id()).orElseThrow();
        assertThat(papers.hashes()).isEqualTo(statement.hashes());
        assertThat(new String(papers.pdf(), UTF_8)).startsWith("%PDF-1.7 FID-2026-");
        assertThat(statements.byNumber(statement.name().number())).contains(issued);
        assertThat(statements.byHash(statement.hashes().paper())).contains(issued);
        assertThat(statements.byHash(statement.hashes().record())).contains(issued);
        assertThat(statements.byHash(statement.hashes().content())).isEmpty();
        assertThat(statements.byToken("AbCdEfGhIjKlMnOpQrStUv")).isEmpty();
        assertThat(statements.all()).containsExactly(issued);
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void theSameContentIsStatedOnceAlsoAfterItWasWithdrawn() {
        Statement first = statement("LSM 1");
        assertThat(statement("LSM 1")).isEqualTo(first);
        store.statements().withdraw(withdrawal(first));
        assertThat(statement("LSM 1")).isEqualTo(first);

        Issued issued = store.statements().byToken(first.name().token()).orElseThrow();
        assertThat(issued.standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(issued.withdrawal().orElseThrow().entry().reason()).isEqualTo("The wrong slide <b>was</b> named.");
        assertThat(issued.withdrawal().orElseThrow().entry().by()).isEqualTo("Ada Müller");
        assertThatThrownBy(() -> store.statements().withdraw(withdrawal(first)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("withdrawn already");
        assertThat(store.statements().papers(first.id())).isPresent();
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void anotherContentOfTheSameDaysSupersedesUntilItIsWithdrawn() {
        Statement first = statement("LSM 1");
        Statement second = statement("LSM 1, renamed");

        assertThat(store.statements().all())
                .extracting(Issued::standing)
                .containsExactly(Standing.GENUINE, Standing.SUPERSEDED);
        assertThat(store.statements()
                        .byToken(first.name().token())
                        .orElseThrow()
                        .successor())
                .contains(second);
        store.statements().withdraw(withdrawal(second));
        assertThat(store.statements().all())
                .extracting(Issued::standing)
                .containsExactly(Standing.WITHDRAWN, Standing.GENUINE);
    }

    @Test
    void theStatementsOfEachLanguageAreASeriesOfTheirOwnAndNameEachOther() {
        Statement english = statement("LSM 1");
        Statement spanish = statement("LSM 1", SPANISH);

        assertThat(issued(english).standing()).isEqualTo(Standing.GENUINE);
        assertThat(issued(english).translations()).containsExactly(spanish);
        assertThat(issued(spanish).standing()).isEqualTo(Standing.GENUINE);
        assertThat(issued(spanish).translations()).containsExactly(english);
        assertThat(issued(spanish).statement().language()).isEqualTo(SPANISH);

        Statement newer = statement("LSM 1, renamed", SPANISH);

        assertThat(issued(english).standing()).isEqualTo(Standing.GENUINE);
        assertThat(issued(english).translations()).containsExactly(newer);
        assertThat(issued(spanish).successor()).contains(newer);
        assertThat(store.statements().all())
                .extracting(Issued::standing)
                .containsExactly(Standing.GENUINE, Standing.SUPERSEDED, Standing.GENUINE);

        store.statements().withdraw(withdrawal(newer));

        assertThat(issued(english).translations()).containsExactly(spanish);
        assertThat(issued(newer).translations()).containsExactly(english);
        assertThat(issued(newer).successor()).isEmpty();
        assertThat(issued(spanish).standing()).isEqualTo(Standing.GENUINE);
        assertThat(store.audit().faults()).isEmpty();
    }

    private Issued issued(Statement statement) {
        return store.statements().byToken(statement.name().token()).orElseThrow();
    }

    @Test
    void ofManyWhoAskForTheSameAtOnceAllGetOne() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Statement>> all = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Statement>) () -> statement("LSM 1"))
                    .toList();
            for (Future<Statement> each : pool.invokeAll(all)) {
                assertThat(each.get()).isEqualTo(store.statements().all().get(0).statement());
            }
            assertThat(store.statements().all()).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void theDatabaseItselfRefusesToChangeAStatement() throws SQLException {
        Statement statement = statement("LSM 1");
        store.statements().withdraw(withdrawal(statement));

        try (Connection connection = DriverManager.getConnection(
                        url().orElse("jdbc:sqlite:" + record.data().resolve("fiducial.db")));
                java.sql.Statement sql = connection.createStatement()) {
            for (String each : List.of(
                    "update qc_statement set record_hash = ''",
                    "delete from qc_statement_end",
                    "update qc_statement_end set reason = ''")) {
                assertThatThrownBy(() -> sql.executeUpdate(each))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("append-only");
            }
        }
        assertThat(store.verify(Progress.unwatched()).faults()).isEmpty();
    }
}
