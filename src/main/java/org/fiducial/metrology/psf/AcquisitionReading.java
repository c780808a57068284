package org.fiducial.metrology.psf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fiducial.metrology.acquisition.ChannelOptics;
import org.fiducial.metrology.acquisition.Figures3;
import org.fiducial.metrology.acquisition.FileParameters;
import org.fiducial.metrology.acquisition.FileRemarks;
import org.fiducial.metrology.acquisition.SamplingGrid;
import org.fiducial.metrology.acquisition.TheoreticalResolution;
import org.fiducial.metrology.acquisition.TheoreticalResolution.Width;
import org.fiducial.metrology.bead.BeadField;
import org.fiducial.metrology.bead.BeadFieldAnalysis;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.bead.BeadSearch;
import org.fiducial.metrology.bead.BeadSearch.ExpectedWidth;
import org.fiducial.metrology.bead.BeadSearch.StatedNoise;
import org.fiducial.metrology.image.CountedStack;
import org.fiducial.metrology.image.ImageFacts;
import org.fiducial.metrology.image.ImageFiles;
import org.fiducial.metrology.image.ImageStack;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.RobustStatistics;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.metrology.psf.ChannelResult.RejectedBead;
import org.fiducial.metrology.psf.ChannelResult.Sampling;
import org.fiducial.metrology.quantity.Unit;

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
                files.add(read(stack, nameOf(file), given, files, new FileProgress(progress, i, count)));
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

    private static String nameOf(Path file) {
        return String.valueOf(file.toAbsolutePath().normalize().getFileName());
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
        refuseGivenForNoChannel(used, shape, name);
        List<Integer> channels = channelsOf(used, shape, name);
        for (int channel : channels) {
            CountedStack counted = new CountedStack(stack, channel - 1);
            ChannelOptics optics = new ChannelOptics(used, channel);
            BeadFieldAnalysis analysis = new BeadFieldAnalysis(search(optics, sampling.voxel()));
            fields.put(channel, analysis.analyse(counted, channel - 1, watch.of(fields.size(), channels.size())));
            ImageFacts voxels = counted.facts();
            refuseNothing(voxels, name);
            facts.putAll(FileRemarks.facts(voxels, channel));
            remarks.addAll(FileRemarks.of(voxels, channel, name, "saturated beads are rejected, use less light."));
        }
        return new FileReading(name, used, sampling, fields, facts, remarks);
    }

    private static List<Integer> channelsOf(Parameters parameters, StackShape shape, String name) {
        Optional<Integer> wanted = parameters.number("channel", Unit.ONE).map(number -> (int) Math.round(number));
        if (wanted.isPresent() && wanted.get() > shape.channels()) {
            throw new UnusableInputException("File '" + name + "' has " + channels(shape) + ", but --set channel="
                    + wanted.get() + " was given.");
        }
        return wanted.map(List::of)
                .orElse(IntStream.rangeClosed(1, shape.channels()).boxed().toList());
    }

    /** A value for a channel the file lacks is a slip that would silently go unused; a registry may know more channels. */
    private static void refuseGivenForNoChannel(Parameters parameters, StackShape shape, String name) {
        for (Parameter parameter : parameters.all()) {
            int channel = parameter.name().channel();
            if (parameter.origin() == Origin.GIVEN && channel > shape.channels()) {
                throw new UnusableInputException("File '" + name + "' has " + channels(shape) + ", but --set "
                        + parameter.name() + " names channel " + channel + "; channels count from 1.");
            }
        }
    }

    private static String channels(StackShape shape) {
        return shape.channels() + (shape.channels() == 1 ? " channel" : " channels");
    }

    private static void refuseNothing(ImageFacts voxels, String name) {
        if (voxels.empty()) {
            throw new UnusableInputException(
                    "File '" + name + "' holds no number: every voxel is NaN or infinite; export the stack again.");
        }
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

    private static BeadSearch search(ChannelOptics optics, VoxelSize voxel) {
        BeadSearch search = BeadSearch.of(voxel)
                .withNoise(new StatedNoise(
                        optics.number("gain", Unit.ELECTRON_PER_COUNT),
                        optics.number("offset", Unit.COUNT),
                        optics.number("read-noise", Unit.ELECTRON)));
        Width lateral = TheoreticalResolution.lateral(optics);
        Width axial = TheoreticalResolution.axial(optics);
        if (lateral instanceof Width.Known xy && axial instanceof Width.Known z) {
            search = search.expecting(new ExpectedWidth(xy.um(), z.um()));
        }
        Optional<Double> diameter = optics.number("bead-diameter", Unit.MICROMETRE);
        return diameter.isPresent() ? search.withBeadDiameter(diameter.get()) : search;
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
