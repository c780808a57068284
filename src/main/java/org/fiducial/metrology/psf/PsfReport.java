package org.fiducial.metrology.psf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Item.ItemIdentity;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Provenance.ModuleReference;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.psf.ChannelResult.RejectedBead;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** Writes what was found as an analysis result. */
final class PsfReport {

    private static final String KIND = "bead";

    private final ProtocolDefinition protocol;
    private final ModuleReference module;
    private final SoftwareReference software;

    PsfReport(ProtocolDefinition protocol, ModuleReference module, SoftwareReference software) {
        this.protocol = protocol;
        this.module = module;
        this.software = software;
    }

    AnalysisResult of(Acquisition acquisition, Inputs inputs) {
        List<Measurement> measurements = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>(acquisition.remarks());
        for (ChannelResult channel : acquisition.channels()) {
            measurements.addAll(new ChannelMeasurements(protocol, channel).all());
            remarks.addAll(new ChannelRemarks(protocol, channel).all());
        }
        List<InputFile> identified = inputs.identified(acquisition.facts());
        List<String> names = identified.stream().map(InputFile::name).toList();
        return new AnalysisResult(
                new Provenance(
                        protocol.reference(),
                        module,
                        software,
                        identified,
                        acquisition.parameters().all()),
                measurements,
                items(acquisition.channels(), names),
                remarks,
                new PsfFigures(protocol, acquisition.channels(), names).all());
    }

    private static List<Item> items(List<ChannelResult> channels, List<String> names) {
        List<Item> items = new ArrayList<>();
        for (ChannelResult channel : channels) {
            channel.measured().forEach(bead -> items.add(item(bead, names)));
            channel.rejected().forEach(bead -> items.add(item(bead, channel, names)));
        }
        return items;
    }

    private static ItemIdentity identity(BeadPlace place, List<String> names) {
        return new ItemIdentity(place.id(), KIND, place.channel(), names.get(place.input()));
    }

    private static Item item(MeasuredBead bead, List<String> names) {
        List<Reason> flags = bead.outcome().flags().stream()
                .map(flag -> new Reason(flag.code().name(), flag.value(), flag.limit()))
                .toList();
        return new Item(identity(bead.place(), names), ItemStatus.MEASURED, flags, bead.values());
    }

    private static Item item(RejectedBead bead, ChannelResult channel, List<String> names) {
        List<Reason> reasons = bead.outcome().reasons().stream()
                .map(reason ->
                        new Reason(reason.code().name(), Optional.of(reason.value()), Optional.of(reason.limit())))
                .toList();
        Position um = BeadNumbers.positionUm(bead.outcome(), channel.sampling().voxel());
        Map<String, Estimate> values = new LinkedHashMap<>();
        values.put("psf.position.x", Estimate.of(new Quantity(um.x(), Unit.MICROMETRE)));
        values.put("psf.position.y", Estimate.of(new Quantity(um.y(), Unit.MICROMETRE)));
        values.put("psf.position.z", Estimate.of(new Quantity(um.z(), Unit.MICROMETRE)));
        return new Item(identity(bead.place(), names), ItemStatus.REJECTED, reasons, values);
    }
}
