package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiducial.store.SampleRegistry.LATER;
import static org.fiducial.store.SampleRegistry.by;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.instrument.Attachment;
import org.fiducial.facility.instrument.ChangedMeanwhileException;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Upkeep;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;

/** What a record promises of what becomes of instruments. */
abstract class RegistryContract extends EventContract {

    private static final Instant DAY_20 = SampleRecord.NOW.plus(Duration.ofDays(20));

    private SampleRegistry sample() {
        return new SampleRegistry(record, store);
    }

    private Registry registry() {
        return store.instruments().registry();
    }

    @Test
    void keepsEveryVersionOfAnInstrumentWithAuthorReasonOldAndNewValue() {
        Fields before = sample().fields();
        sample().upkeep()
                .edit(
                        sample().lsm(1),
                        before.with(Fields.NAME, "LSM 980").with(Fields.IDENTIFIER, "doi:10.21938/abc"),
                        Optional.empty(),
                        by("Eve", "the sticker says so"));
        store.close();
        store = record.open();

        assertThat(store.instruments().bySlug("lsm-1").orElseThrow().name()).isEqualTo("LSM 980");
        assertThat(store.instruments().all()).extracting(Instrument::name).containsExactly("LSM 980");
        Version version = registry().versions(record.lsm().id()).get(0);
        assertThat(version.entered().by()).isEqualTo("Eve");
        assertThat(version.entered().reason()).isEqualTo("the sticker says so");
        assertThat(version.changes())
                .containsExactly(
                        new Fields.Change(Fields.IDENTIFIER, "", "doi:10.21938/abc"),
                        new Fields.Change(Fields.NAME, record.lsm().name(), "LSM 980"));
        assertThat(registry().instruments().get(record.lsm().id())).isEqualTo(version.after());
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void tellsTheSecondOfTwoEditorsAndWritesNothingOfThem() {
        Fields before = sample().fields();
        Upkeep upkeep = sample().upkeep();
        upkeep.edit(sample().lsm(1), before.with(Fields.LOCATION, "2.14"), Optional.empty(), by("Eve", "moved"));

        assertThatThrownBy(() -> upkeep.edit(
                        sample().lsm(1), before.with(Fields.NOTES, "mine"), Optional.empty(), by("Ada", "noted")))
                .isInstanceOf(ChangedMeanwhileException.class)
                .hasMessageContaining("version 2");
        assertThat(registry().versions(record.lsm().id())).hasSize(1);
        assertThat(sample().fields().text(Fields.NOTES)).isEmpty();
    }

    @Test
    void aComponentMovesBetweenStandsAsAnExchangeOnBoth() {
        Instrument second = sample().second();
        UUID objective = sample().objective();
        Move move =
                sample().upkeep().move(objective, Move.Place.on(second.id()), DAY_20, by("Eve", "LSM 2 lost its own"));
        store.close();
        store = record.open();

        assertThat(registry().moves(objective)).containsExactly(move);
        assertThat(registry().origin(objective)).contains(record.lsm().id());
        assertThat(registry().componentsOf(record.lsm().id(), DAY_20.minusMillis(1)))
                .extracting(each -> each.component().id())
                .contains(objective);
        assertThat(registry().componentsOf(record.lsm().id(), DAY_20))
                .extracting(each -> each.component().id())
                .doesNotContain(objective);
        assertThat(registry().componentsOf(second.id(), DAY_20))
                .extracting(each -> each.component().id())
                .containsExactly(objective);
        assertThat(registry().usesOf(objective))
                .extracting(Configuration::id)
                .contains(record.confocal().id());
        assertThat(store.instruments().configurations(record.lsm().id(), DAY_20))
                .isEmpty();
        assertThat(store.instruments().configurations(record.lsm().id(), SampleRecord.NOW))
                .containsExactly(record.confocal());
        for (UUID instrument : List.of(record.lsm().id(), second.id())) {
            LoggedEvent exchange = store.events().ofInstrument(instrument).get(0);
            assertThat(exchange.event().kind()).isEqualTo(Event.Kind.EXCHANGE);
            assertThat(exchange.event().report().components()).containsExactly(objective);
            assertThat(exchange.mayHaveChanged()).isTrue();
            assertThat(registry().events(move.id())).contains(exchange.event().id());
        }
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void refusesMovesOutOfOrderAndWithoutAReason() {
        Instrument second = sample().second();
        Upkeep upkeep = sample().upkeep();
        upkeep.move(sample().objective(), Move.Place.on(second.id()), DAY_20, by("Eve", "lent"));

        assertThatThrownBy(() -> upkeep.move(
                        sample().objective(), Move.Place.off(Move.Standing.RETIRED), DAY_20, by("Eve", "broken")))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("moved later");
        assertThatThrownBy(() ->
                        upkeep.move(sample().objective(), Move.Place.off(Move.Standing.RETIRED), LATER, by("Eve", " ")))
                .hasMessageContaining("Say why");
        assertThatThrownBy(
                        () -> upkeep.move(sample().objective(), Move.Place.on(second.id()), LATER, by("Eve", "again")))
                .hasMessageContaining("there already");
    }

    @Test
    void aLightPathHadTheOldPartBeforeTheExchangeAndHasTheNewOneAfter() {
        Component fresh =
                new Component(record.ids().get(), Component.Kind.OBJECTIVE, "63x new", Make.unknown(), new TreeMap<>());
        Upkeep upkeep = sample().upkeep();
        upkeep.add(fresh, record.lsm().id(), SampleRecord.NOW, by("Eve", ""));
        Upkeep.Subject path =
                new Upkeep.Subject(Version.Kind.CONFIGURATION, record.confocal().id(), 1);
        Fields known = Fields.of(record.confocal());
        upkeep.edit(
                path,
                known.with(Fields.COMPONENTS, fresh.id().toString()),
                Optional.of(DAY_20),
                by("Eve", "the old one was scratched"));

        assertThat(parts(DAY_20.minusMillis(1))).isEqualTo(record.confocal().components());
        assertThat(parts(DAY_20)).containsExactly(fresh);
        assertThat(store.events().ofInstrument(record.lsm().id()))
                .extracting(each -> each.event().kind())
                .containsExactly(Event.Kind.EXCHANGE);
        assertThat(store.events().ofInstrument(record.lsm().id()).get(0).concerns(List.of(fresh.id())))
                .isTrue();
        assertThat(registry().componentsOf(record.lsm().id(), LATER))
                .extracting(each -> each.component().id())
                .contains(fresh.id());
        assertThat(store.audit().faults()).isEmpty();
    }

    private List<Component> parts(Instant at) {
        return store.instruments().configurations(record.lsm().id(), at).get(0).components();
    }

    @Test
    void anInstrumentGoesOutOfServiceAndComesBackWithItsHistory() {
        sample().upkeep().decommission(record.lsm().id(), 1, LocalDate.of(2026, 4, 1), by("Eve", "sold"));

        assertThat(store.instruments().inService()).isEmpty();
        assertThat(store.instruments().all()).hasSize(1);
        assertThat(registry().decommissioned()).containsEntry(record.lsm().id(), LocalDate.of(2026, 4, 1));

        sample().upkeep().recommission(record.lsm().id(), 2, by("Eve", "the buyer backed out"));

        assertThat(store.instruments().inService()).hasSize(1);
        assertThat(registry().versions(record.lsm().id())).hasSize(2);
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void theFirstReleaseIsAnInventoryAndTheNextAnUpdate() {
        Installation.Host host = new Installation.Host(record.lsm().id(), Optional.empty());
        Upkeep upkeep = sample().upkeep();
        upkeep.install(host, release("3.8"), SampleRecord.NOW, by("Eve", ""));
        assertThat(store.events().ofInstrument(record.lsm().id())).isEmpty();

        upkeep.install(host, release("3.9"), DAY_20, by("Eve", "the maker asked for it"));

        assertThat(registry().installations(record.lsm().id()))
                .extracting(each -> each.release().number())
                .containsExactly("3.9", "3.8");
        assertThat(store.events().ofInstrument(record.lsm().id()).get(0).event().kind())
                .isEqualTo(Event.Kind.SOFTWARE_UPDATE);
        assertThatThrownBy(() -> upkeep.install(host, release("3.9"), LATER, by("Eve", "")))
                .hasMessageContaining("runs already");
    }

    private static Installation.Release release(String number) {
        return new Installation.Release(Installation.Kind.SOFTWARE, "ZEN", number);
    }

    @Test
    void keepsAttachedFilesByHashAndProvesThem() throws IOException {
        Attachment manual = sample().attach("manual.txt", "Switch on. Wait an hour.");
        store.close();
        store = record.open();

        assertThat(registry().attachments(record.lsm().id())).containsExactly(manual);
        Path kept = registry().file(manual).orElseThrow();
        assertThat(kept).hasContent("Switch on. Wait an hour.");
        Files.writeString(kept, "Switch off.");
        assertThat(store.verify(Progress.unwatched()).faults())
                .singleElement()
                .asString()
                .contains("manual.txt")
                .contains("was changed");
    }

    @Test
    void namesWhoAddedAnInstrument() {
        Instrument second = sample().second();

        assertThat(registry().added(second.id()).orElseThrow().by()).isEqualTo("Ada Müller");
        assertThat(registry().added(record.lsm().id()).orElseThrow().by()).isEmpty();
        assertThat(registry().added(record.ids().get())).isEmpty();
        assertThat(store.audit().faults()).isEmpty();
    }
}
