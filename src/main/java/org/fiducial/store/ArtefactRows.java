package org.fiducial.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.store.generated.tables.records.ArtefactRecord;
import org.jspecify.annotations.Nullable;

/** Artefacts as rows of their table. */
final class ArtefactRows {

    private ArtefactRows() {}

    static ArtefactRecord row(Artefact artefact) {
        ArtefactRecord row = new ArtefactRecord();
        row.setFacilityId(artefact.facilityId().toString());
        row.setArtefactId(artefact.id().toString());
        row.setSlug(artefact.slug());
        row.setKind(Words.of(artefact.kind()));
        row.setMaker(artefact.source().maker());
        row.setProduct(artefact.source().product());
        row.setLot(artefact.source().lot());
        artefact.diameter().ifPresent(diameter -> {
            row.setDiameterNm(diameter.nm());
            diameter.uncertaintyNm().ifPresent(row::setDiameterUNm);
        });
        artefact.life().made().map(LocalDate::toString).ifPresent(row::setMadeOn);
        artefact.life().opened().map(LocalDate::toString).ifPresent(row::setOpenedOn);
        artefact.life().expires().map(LocalDate::toString).ifPresent(row::setExpiresOn);
        row.setNotes(artefact.notes());
        artefact.succeeds().ifPresent(row::setSucceeds);
        return row;
    }

    static Artefact artefact(ArtefactRecord row) {
        return new Artefact(
                UUID.fromString(row.getArtefactId()),
                UUID.fromString(row.getFacilityId()),
                row.getSlug(),
                Words.constant(Artefact.Kind.class, row.getKind()),
                new Artefact.Source(row.getMaker(), row.getProduct(), row.getLot()),
                Optional.ofNullable(row.getDiameterNm())
                        .map(nm -> new Artefact.Diameter(nm, optional(row.getDiameterUNm()))),
                new Artefact.Life(day(row.getMadeOn()), day(row.getOpenedOn()), day(row.getExpiresOn())),
                row.getNotes(),
                Optional.ofNullable(row.getSucceeds()));
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        return Optional.ofNullable(text).map(LocalDate::parse);
    }

    static OptionalDouble optional(@Nullable Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
