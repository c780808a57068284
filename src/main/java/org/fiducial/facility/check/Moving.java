package org.fiducial.facility.check;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.Limits;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * Puts a check that was recorded under the wrong light path under the right one. Its result and its times stay; its verdicts
 * are those of the limits of the right path.
 */
public final class Moving {

    private final Ledgers ledgers;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public Moving(Ledgers ledgers, Catalogue catalogue, Clock clock, Supplier<UUID> ids) {
        this.ledgers = ledgers;
        this.catalogue = catalogue;
        this.clock = clock;
        this.ids = ids;
    }

    /** What is read and written. */
    public record Ledgers(Checks checks, Moves moves, Reviews reviews, Limits limits, Instruments instruments) {}

    /** By whom and why. */
    public record Signature(String by, String reason) {}

    /**
     * What the analysis took from the light path and would be another on the right one, in words; the numbers that rest on it
     * are then those of the wrong one.
     */
    public List<String> differences(Check check, Configuration to) {
        Optional<Configuration> from = ledgers.instruments().configuration(check.configurationId());
        return check.result().provenance().parameters().stream()
                .filter(parameter -> parameter.origin() == Origin.REGISTRY)
                .filter(parameter -> from.map(path ->
                                path.registry().containsKey(parameter.name().toString()))
                        .orElse(false))
                .flatMap(parameter -> difference(parameter, from.orElseThrow(), to).stream())
                .toList();
    }

    private static Optional<String> difference(Parameter parameter, Configuration from, Configuration to) {
        String name = parameter.name().toString();
        String was = from.registry().get(name);
        String is = to.registry().get(name);
        if (is != null && is.equals(was)) {
            return Optional.empty();
        }
        return Optional.of(name + " " + was + " instead of " + (is == null ? "nothing known" : is));
    }

    /**
     * Moves a check.
     *
     * @param anyway whether it is moved although the analysis took something from the wrong light path
     * @return the check as it should have been
     * @throws UnusableInputException if there is no such check, it is void, it is there already, or something differs
     */
    public Check move(UUID checkId, Configuration to, Signature signature, boolean anyway) {
        Check check = ledgers.checks()
                .byId(checkId)
                .orElseThrow(() -> new UnusableInputException(
                        "There is no check " + checkId + " in this record; look its identifier up on its page."));
        requireMovable(check, to);
        List<String> differences = differences(check, to);
        if (!differences.isEmpty() && !anyway) {
            throw new UnusableInputException("The analysis took from the wrong light path: "
                    + String.join(", ", differences) + ". Record the files again on '" + to.slug()
                    + "' and void this check, or say that it is moved anyway.");
        }
        Check moved = new Check(ids.get(), to.id(), check.occasion(), check.result(), judgement(check, to));
        ledgers.moves()
                .add(
                        new Move(
                                ids.get(),
                                check.id(),
                                moved.id(),
                                signature.reason().strip(),
                                signature.by().strip(),
                                clock.instant()),
                        moved);
        return moved;
    }

    private void requireMovable(Check check, Configuration to) {
        if (check.configurationId().equals(to.id())) {
            throw new UnusableInputException(
                    "The check is one of '" + to.slug() + "' already; choose another light path.");
        }
        boolean isVoid = ledgers.reviews().of(check.id()).stream()
                .reduce((earlier, later) -> later)
                .filter(word -> word.decision() == Review.Decision.VOID)
                .isPresent();
        if (isVoid) {
            throw new UnusableInputException("The check is void, so there is nothing to move.");
        }
        Optional<UUID> here =
                ledgers.instruments().configuration(check.configurationId()).flatMap(this::facility);
        if (!here.equals(facility(to))) {
            throw new UnusableInputException(
                    "The check was made at another facility than '" + to.slug() + "'; record it there instead.");
        }
    }

    private Optional<UUID> facility(Configuration path) {
        return ledgers.instruments().all().stream()
                .filter(each -> each.id().equals(path.instrumentId()))
                .findFirst()
                .map(Instrument::facilityId);
    }

    /** By the limits of the right path on the day of the measurement; those of the check where its protocol is not known. */
    private Judgement judgement(Check check, Configuration to) {
        Optional<ProtocolDefinition> protocol = catalogue
                .find(check.result().provenance().protocol().toString())
                .map(Catalogue.Entry::definition);
        LocalDate day = LocalDate.ofInstant(
                check.occasion().times().measuredAt(), check.occasion().times().zone());
        return protocol.map(known -> LimitSet.of(
                                known,
                                LimitVersion.inForce(
                                        ledgers.limits()
                                                .versions(
                                                        to.id(),
                                                        known.reference().id()),
                                        day))
                        .judge(check.result()))
                .orElse(check.judgement());
    }
}
