package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.fiducial.facility.audit.AuditBook;
import org.fiducial.facility.audit.AuditEntry;
import org.fiducial.facility.audit.AuditPart;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.check.ReviewStanding;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.Role;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;

/** What a record promises of names that are erased, and of a clock that was wrong. */
abstract class ChainContract extends AccountContract {

    private static final Duration YEAR = Duration.ofDays(365);

    @Test
    void anErasedNameIsGoneWhileTheChainAndWhatWasEnteredStay() {
        Account ada = record.addAccount(store);
        store.accounts()
                .append(new Account(
                        new Account.Version(record.ids().get(), record.ids().get(), 1),
                        new Account.Holder("eve", "Eve Beta"),
                        EnumSet.of(Role.ADMINISTRATOR),
                        ada.password(),
                        Account.Standing.ACTIVE,
                        new Account.Entry(SampleRecord.NOW, "Ada Müller", "")));
        record.addEvent(store);
        assertThatThrownBy(() -> store.accounts().erase("Ada Müller", "Eve Beta"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("close it");
        store.accounts()
                .append(record.account(
                        ada.version().accountId(), 2, Account.Standing.CLOSED, EnumSet.of(Role.ADMINISTRATOR)));
        long before = store.audit().heads().get(0).sequence();

        store.accounts().erase("Ada Müller", "Eve Beta");

        assertThat(store.audit().faults()).isEmpty();
        assertThat(store.audit().heads().get(0).sequence()).isEqualTo(before + 1);
        assertThat(store.accounts().byLogin("ada")).isEmpty();
        assertThat(store.accounts()
                        .byId(ada.version().accountId())
                        .orElseThrow()
                        .holder())
                .isEqualTo(new Account.Holder("", ""));
        assertThat(store.events().ofInstrument(record.lsm().id()))
                .singleElement()
                .satisfies(logged -> assertThat(logged.event().entry().by()).isEmpty());
        assertThatThrownBy(() -> store.accounts().erase("Ada Müller", "Eve Beta"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("Nobody in the record");
    }

    @Test
    void whatWasSaidLastCountsAlsoWhenTheClockWasSetBackAYear() throws IOException {
        Check check = record.append(store, SampleRecord.NOW, 0.25);
        Review first = record.review(check, Review.Decision.VOID);
        Review last = new Review(
                record.ids().get(),
                check.id(),
                Review.Decision.APPROVED,
                "it was sound",
                "Grace Hopper",
                SampleRecord.NOW.minus(YEAR));
        store.reviews().add(first);
        store.reviews().add(last);
        Event event = record.event(
                Event.Kind.FAULT, new Event.Report("dark", List.of(), Event.Effect.DO_NOT_USE, Loss.none()));
        store.events().add(event);
        store.events().add(followUp(event, FollowUp.Step.RESOLVED, SampleRecord.NOW));
        store.events().add(followUp(event, FollowUp.Step.REOPENED, SampleRecord.NOW.minus(YEAR)));

        assertThat(store.reviews().of(check.id())).containsExactly(first, last);
        assertThat(store.checks().ofInstrument(record.lsm().id()))
                .extracting(CheckSummary::standing)
                .containsExactly(ReviewStanding.APPROVED);
        LoggedEvent logged = store.events().byId(event.id()).orElseThrow();
        assertThat(logged.isOpen(SampleRecord.NOW)).isTrue();
        assertThat(store.audit().newest()).contains(SampleRecord.NOW);
    }

    @Test
    void theChainIsReadBackwardsWithWhatItsRowsWereAbout() throws IOException {
        Check check = record.append(store, SampleRecord.NOW, 0.25);
        store.reviews().add(record.review(check, Review.Decision.VOID));
        record.addEvent(store);
        UUID home = record.home().id();
        AuditBook book = store.auditBook();
        AuditBook.Question all = new AuditBook.Question(AuditBook.Wish.all(), Long.MAX_VALUE, 3);

        List<AuditEntry> read = new ArrayList<>();
        Optional<Long> place = Optional.of(all.before());
        while (place.isPresent()) {
            AuditPart part = book.read(home, all.before(place.get()));
            read.addAll(part.entries());
            place = part.further();
        }

        AuditBook.Head head = book.head(home).orElseThrow();
        assertThat(store.audit().heads()).contains(new AuditTrail.Head(home, head.sequence(), head.hash()));
        assertThat(read)
                .extracting(AuditEntry::sequence)
                .containsExactlyElementsOf(LongStream.iterate(head.sequence(), row -> row > 0, row -> row - 1)
                        .boxed()
                        .toList());
        AuditEntry.Thing thing =
                new AuditEntry.Thing(AuditEntry.Thing.Kind.CHECK, check.id().toString());
        assertThat(read)
                .filteredOn(entry -> entry.thing().equals(Optional.of(thing)))
                .extracting(AuditEntry::kind)
                .containsExactly("review-check", "add-check");
        assertThat(book.read(home, new AuditBook.Question(wish("review-check", ""), 99_999, 9))
                        .entries())
                .singleElement()
                .satisfies(entry -> assertThat(book.people(home)).contains(entry.by()));
        assertThat(book.kinds()).contains("add-check", "erase-person");
    }

    @Test
    void theRowsOfTheChainAreChosenAndCountedByWhatWasDoneAndByWhom() throws IOException {
        UUID home = record.home().id();
        AuditBook book = store.auditBook();
        for (int i = 0; i < 5; i++) {
            Check check = record.append(store, SampleRecord.NOW.plusSeconds(i), 0.25);
            store.reviews().add(record.review(check, Review.Decision.VOID));
        }
        List<AuditEntry> all = book.read(home, new AuditBook.Question(AuditBook.Wish.all(), Long.MAX_VALUE, 9999))
                .entries();
        String reviewer = all.get(0).by();
        for (AuditBook.Wish wish : List.of(
                AuditBook.Wish.all(),
                wish("review-check", ""),
                wish("", reviewer),
                wish("add-check", reviewer),
                wish("review-check", reviewer),
                wish("add-facility", reviewer),
                wish("", "Nobody"),
                new AuditBook.Wish(Optional.empty(), Optional.of(reviewer), Set.of("review-check")))) {
            List<AuditEntry> like = all.stream()
                    .filter(entry -> wish.kind().isEmpty() || wish.kind().equals(Optional.of(entry.kind())))
                    .filter(entry -> wish.person().isEmpty() || wish.person().equals(Optional.of(entry.by())))
                    .filter(entry -> !wish.without().contains(entry.kind()))
                    .toList();
            List<AuditEntry> read = new ArrayList<>();
            Optional<Long> place = Optional.of(Long.MAX_VALUE);
            while (place.isPresent()) {
                AuditPart part = book.read(home, new AuditBook.Question(wish, place.get(), 2));
                assertThat(part.flaws()).isEmpty();
                read.addAll(part.entries());
                place = part.further();
            }
            assertThat(read).as("%s", wish).isEqualTo(like);
            assertThat(book.count(home, wish)).as("%s", wish).isEqualTo(like.size());
        }
        long before = book.count(home, wish("add-check", ""));
        record.append(store, SampleRecord.NOW.plusSeconds(99), 0.25);
        assertThat(book.count(home, wish("add-check", ""))).isEqualTo(before + 1);
    }

    private static AuditBook.Wish wish(String kind, String person) {
        return new AuditBook.Wish(
                Optional.of(kind).filter(word -> !word.isEmpty()),
                Optional.of(person).filter(name -> !name.isEmpty()),
                Set.of());
    }

    private FollowUp followUp(Event event, FollowUp.Step step, Instant enteredAt) {
        return new FollowUp(
                record.ids().get(),
                event.id(),
                step,
                SampleRecord.NOW,
                new FollowUp.Account("so it is", Loss.none()),
                new Event.Entry("Ada Müller", enteredAt, event.entry().zone()));
    }
}
