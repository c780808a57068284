package org.fiducial.metrology.psf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.metrology.acquisition.ChannelOptics;
import org.fiducial.metrology.acquisition.ExpectedBeads;
import org.fiducial.metrology.acquisition.Figures3;
import org.fiducial.metrology.acquisition.FileChannels;
import org.fiducial.metrology.acquisition.FileParameters;
import org.fiducial.metrology.acquisition.FileProgress;
import org.fiducial.metrology.acquisition.FileRemarks;
import org.fiducial.metrology.acquisition.SamplingGrid;
import org.fiducial.metrology.acquisition.TheoreticalResolution;
import org.fiducial.metrology.bead.BeadField;
import org.fiducial.metrology.bead.BeadFieldAnalysis;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.image.CountedStack;
import org.fiducial.metrology.image.ImageFacts;
import org.fiducial.metrology.image.ImageFiles;
import org.fiducial.metrology.image.ImageStack;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.RobustStatistics;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.metrology.psf.ChannelResult.RejectedBead;
import org.fiducial.metrology.psf.ChannelResult.Sampling;

/** Opens the files of an acquisition one after the other and measures the beads of each channel. */
final class AcquisitionReading {

    private static final double SAME_SPACING = 1e-3;

    private final ProtocolDefinition protocol;
    private final ImageFiles images;
    private final Progress progress;

    AcquisitionReading(ProtocolDefinition protocol, ImageFiles images, Progress progress) {
        this.protocol = protocol;
        this.images = images;
        this.progress = progress;
    }

    Acquisition read(Inputs inputs, Parameters given) {
        List<FileReading> files = new ArrayList<>();
        int count = inputs.files().size();
        for (int i = 0; i < count; i++) {
            Path file = inputs.files().get(i);
            try (ImageStack stack = images.open(file)) {
                files.add(read(stack, InputFile.nameOf(file), given, files, new FileProgress(progress, i, count)));
            }
        }
        FileReading first = files.get(0);
        List<ChannelResult> channels = channels(files);
        channels.forEach(channel -> refuseImpossible(channel, first.name()));
        return new Acquisition(
                first.parameters(),
                files.stream().map(FileReading::facts).toList(),
                channels,
                files.stream().flatMap(file -> file.remarks().stream()).toList());
    }

    /** One file, read and measured. */
    private record FileReading(
            String name,
            Parameters parameters,
            Sampling sampling,
            Map<Integer, BeadField> fields,
            Map<String, Value> facts,
            List<Remark> remarks) {}

    private FileReading read(
            ImageStack stack, String name, Parameters given, List<FileReading> before, FileProgress watch) {
        StackShape shape = stack.shape();
        if (shape.depth() < 2) {
            throw new UnusableInputException(
                    "File '" + name + "' holds a single plane; a z-stack through the beads was expected, record one.");
        }
        FileParameters fromFile = FileParameters.of(stack.metadata(), protocol, name);
        Parameters own =
                given.with(fromFile.parameters()).with(protocol.defaults().all());
        SamplingGrid grid = new SamplingGrid(own, name);
        Sampling sampling = new Sampling(grid.voxelSize(), shape);
        Parameters used = before.isEmpty() ? own : before.get(0).parameters();
        before.stream().findFirst().ifPresent(first -> refuseOther(first, name, sampling));
        List<Remark> remarks = new ArrayList<>(fromFile.remarks());
        remarks.addAll(grid.conflicts(fromFile.parameters()));
        remarks.addAll(FileRemarks.of(stack, name));
        Map<String, Value> facts = FileRemarks.facts(stack);
        Map<Integer, BeadField> fields = new LinkedHashMap<>();
        FileChannels ofFile = FileChannels.of(shape, name);
        ofFile.refuseGivenForNone(used);
        List<Integer> channels = ofFile.named(used, "channel").map(List::of).orElseGet(ofFile::all);
        for (int channel : channels) {
            CountedStack counted = new CountedStack(stack, channel - 1);
            ChannelOptics optics = new ChannelOptics(used, channel);
            BeadFieldAnalysis analysis = new BeadFieldAnalysis(ExpectedBeads.search(optics, sampling.voxel()));
            fields.put(channel, analysis.analyse(counted, channel - 1, watch.of(fields.size(), channels.size())));
            ImageFacts voxels = counted.facts();
            ofFile.refuseEmpty(voxels);
            facts.putAll(FileRemarks.facts(voxels, channel));
            remarks.addAll(FileRemarks.of(voxels, channel, name, "saturated beads are rejected, use less light."));
        }
        return new FileReading(name, used, sampling, fields, facts, remarks);
    }

    private static void refuseOther(FileReading first, String name, Sampling sampling) {
        VoxelSize a = first.sampling().voxel();
        VoxelSize b = sampling.voxel();
        boolean same = near(a.xUm(), b.xUm()) && near(a.yUm(), b.yUm()) && near(a.zUm(), b.zUm());
        boolean channels =
                first.sampling().shape().channels() == sampling.shape().channels();
        if (!same || !channels) {
            throw new UnusableInputException("Files '" + first.name() + "' and '" + name
                    + "' differ in voxel size or number of channels; repeats of one acquisition were expected, analyse"
                    + " them one by one.");
        }
    }

    private static boolean near(double a, double b) {
        return Math.abs(a / b - 1) < SAME_SPACING;
    }

    private static List<ChannelResult> channels(List<FileReading> files) {
        FileReading first = files.get(0);
        Map<Integer, List<MeasuredBead>> measured = new LinkedHashMap<>();
        Map<Integer, List<RejectedBead>> rejected = new LinkedHashMap<>();
        int next = 1;
        for (int input = 0; input < files.size(); input++) {
            BeadNumbers numbers = new BeadNumbers(first.sampling().voxel(), next);
            for (Map.Entry<Integer, BeadField> entry : files.get(input).fields().entrySet()) {
                int channel = entry.getKey();
                List<Integer> given = numbers.of(entry.getValue());
                BeadReading reading =
                        new BeadReading(first.sampling().voxel(), new ChannelOptics(first.parameters(), channel));
                for (int i = 0; i < given.size(); i++) {
                    BeadPlace place = new BeadPlace(given.get(i), channel, input);
                    BeadOutcome outcome = entry.getValue().outcomes().get(i);
                    if (outcome instanceof BeadOutcome.Measured bead) {
                        measured.computeIfAbsent(channel, c -> new ArrayList<>())
                                .add(new MeasuredBead(place, bead, reading.of(bead)));
                    }
                    if (outcome instanceof BeadOutcome.Rejected bead) {
                        rejected.computeIfAbsent(channel, c -> new ArrayList<>())
                                .add(new RejectedBead(place, bead));
                    }
                }
            }
            next = numbers.next();
        }
        return first.fields().keySet().stream()
                .map(channel -> new ChannelResult(
                        new ChannelOptics(first.parameters(), channel),
                        first.sampling(),
                        files.stream()
                                .flatMap(file ->
                                        Optional.ofNullable(file.fields().get(channel)).stream())
                                .toList(),
                        measured.getOrDefault(channel, List.of()),
                        rejected.getOrDefault(channel, List.of())))
                .toList();
    }

    /** A spot no linear microscope can draw says that the scale is wrong. */
    private static void refuseImpossible(ChannelResult channel, String name) {
        double[] lateral = channel.values("psf.fwhm.lateral");
        if (lateral.length == 0) {
            return;
        }
        double median = RobustStatistics.median(lateral);
        TheoreticalResolution.narrowestUm(channel.optics()).ifPresent(narrowest -> {
            if (median < narrowest) {
                throw new UnusableInputException("File '" + name + "' gives spots of " + Figures3.of(median)
                        + " µm, narrower than 0.35 λ/NA = " + Figures3.of(narrowest)
                        + " µm that no such microscope resolves; check --set pixel-size, na and wavelength.");
            }
        });
    }
}
