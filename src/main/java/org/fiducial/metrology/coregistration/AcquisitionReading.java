package org.fiducial.metrology.coregistration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fiducial.metrology.acquisition.ChannelOptics;
import org.fiducial.metrology.acquisition.FileChannels;
import org.fiducial.metrology.acquisition.FileParameters;
import org.fiducial.metrology.acquisition.FileProgress;
import org.fiducial.metrology.acquisition.FileRemarks;
import org.fiducial.metrology.acquisition.SamplingGrid;
import org.fiducial.metrology.coregistration.Acquisition.Field;
import org.fiducial.metrology.coregistration.Acquisition.Series;
import org.fiducial.metrology.image.CountedStack;
import org.fiducial.metrology.image.ImageFacts;
import org.fiducial.metrology.image.ImageFiles;
import org.fiducial.metrology.image.ImageStack;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.Value;

/**
 * Opens the files of an acquisition one after the other and locates the beads of each channel. Several files of several
 * channels are repeats; several files of one channel each are the channels of one field, in the order given.
 */
final class AcquisitionReading {

    private static final double SAME_SPACING = 1e-3;
    private static final int MOST_CHANNELS = 8;

    private final ProtocolDefinition protocol;
    private final ImageFiles images;
    private final Progress progress;
    private final List<Remark> remarks = new ArrayList<>();

    AcquisitionReading(ProtocolDefinition protocol, ImageFiles images, Progress progress) {
        this.protocol = protocol;
        this.images = images;
        this.progress = progress;
    }

    /** What a file says before its pixels are read. */
    private record Head(String name, StackShape shape, FileParameters said) {}

    /** One file, its beads found. */
    private record FileReading(Map<String, Value> facts, List<ChannelBeads> channels) {}

    Acquisition read(Inputs inputs, Parameters given) {
        List<Head> heads = inputs.files().stream().map(this::head).toList();
        boolean fileAChannel =
                heads.size() > 1 && heads.stream().allMatch(each -> each.shape().channels() == 1);
        Head first = heads.get(0);
        int channels = fileAChannel ? heads.size() : first.shape().channels();
        refuseOneChannel(channels, first.name());
        refuseTooMany(channels, fileAChannel, first.name());
        Parameters used = parameters(heads, fileAChannel, given);
        FileChannels ofField = new FileChannels(channels, first.name());
        ofField.refuseGivenForNone(used);
        int reference = ofField.named(used, "reference-channel").orElse(1);
        Field field = new Field(voxel(used, first), first.shape(), channels, reference);
        heads.forEach(each -> refuseOther(first, field, each, given, fileAChannel));
        if (fileAChannel) {
            remarks.add(new Remark(
                    "FILES_AS_CHANNELS",
                    Remark.Severity.NOTE,
                    "The files hold one channel each and were taken as channels 1 to " + channels
                            + " in the order given."));
        }
        List<FileReading> files = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            List<Integer> numbers = fileAChannel ? List.of(i + 1) : ofField.all();
            FileProgress watch = new FileProgress(progress, i, heads.size());
            files.add(file(inputs.files().get(i), used, field, numbers, watch));
        }
        return new Acquisition(
                used,
                files.stream().map(FileReading::facts).toList(),
                field,
                fileAChannel ? oneSeries(files, field) : repeats(files, field),
                remarks);
    }

    private Head head(Path path) {
        String name = nameOf(path);
        try (ImageStack stack = images.open(path)) {
            FileParameters said = FileParameters.of(stack.metadata(), protocol, name);
            remarks.addAll(said.remarks());
            remarks.addAll(FileRemarks.of(stack, name));
            return new Head(name, stack.shape(), said);
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.toAbsolutePath().normalize().getFileName());
    }

    private static void refuseOneChannel(int channels, String name) {
        if (channels < 2) {
            throw new UnusableInputException("File '" + name
                    + "' holds one channel, but co-registration compares two or more; record the same beads in every"
                    + " channel, in one file or in one file a channel.");
        }
    }

    private static void refuseTooMany(int channels, boolean fileAChannel, String name) {
        if (channels > MOST_CHANNELS) {
            String where = fileAChannel ? "The files, one a channel, are " : "File '" + name + "' holds ";
            throw new UnusableInputException(where + channels + " channels, but 2 to " + MOST_CHANNELS
                    + " were expected; "
                    + (fileAChannel
                            ? "give those of one field only, or repeats one by one."
                            : "if they are planes or time points, save the file with its dimensions named; else analyse"
                                    + " it in parts of " + MOST_CHANNELS + " channels."));
        }
    }

    /** What was given, what the first file says (of channels in their own files what each says) and the defaults. */
    private Parameters parameters(List<Head> heads, boolean fileAChannel, Parameters given) {
        Parameters used = given.with(heads.get(0).said().parameters());
        for (int i = 1; i < heads.size() && fileAChannel; i++) {
            int channel = i + 1;
            used = used.with(heads.get(i).said().parameters().stream()
                    .filter(each -> each.name().channel() == 1)
                    .map(each ->
                            new Parameter(new ParameterName(each.name().name(), channel), each.value(), Origin.FILE))
                    .toList());
        }
        return used.with(protocol.defaults().all());
    }

    private VoxelSize voxel(Parameters used, Head head) {
        SamplingGrid grid = new SamplingGrid(used, head.name());
        VoxelSize voxel = head.shape().depth() == 1 ? grid.pixelSize() : grid.voxelSize();
        remarks.addAll(grid.conflicts(head.said().parameters()));
        return voxel;
    }

    private void refuseOther(Head first, Field field, Head other, Parameters given, boolean fileAChannel) {
        Parameters own =
                given.with(other.said().parameters()).with(protocol.defaults().all());
        SamplingGrid grid = new SamplingGrid(own, other.name());
        VoxelSize voxel = field.plane() ? grid.pixelSize() : grid.voxelSize();
        boolean same = near(voxel.xUm(), field.voxel().xUm())
                && near(voxel.yUm(), field.voxel().yUm())
                && near(voxel.zUm(), field.voxel().zUm());
        boolean extent = other.shape().channels() == first.shape().channels()
                && other.shape().width() == first.shape().width()
                && other.shape().height() == first.shape().height()
                && other.shape().depth() == first.shape().depth();
        if (!same || !extent) {
            throw new UnusableInputException("Files '" + first.name() + "' and '" + other.name()
                    + "' differ in voxel size, extent or number of channels; "
                    + (fileAChannel ? "channels of one field" : "repeats of one acquisition")
                    + " were expected, analyse them one by one.");
        }
    }

    private static boolean near(double a, double b) {
        return Math.abs(a / b - 1) < SAME_SPACING;
    }

    private FileReading file(Path path, Parameters used, Field field, List<Integer> channels, FileProgress watch) {
        String name = nameOf(path);
        try (ImageStack stack = images.open(path)) {
            Map<String, Value> facts = FileRemarks.facts(stack);
            List<ChannelBeads> found = new ArrayList<>();
            for (int channel : channels) {
                int index = channels.size() == 1 ? 0 : channel - 1;
                ChannelOptics optics = new ChannelOptics(used, channel);
                CountedStack counted = new CountedStack(stack, index);
                BeadSource.Found beads = new BeadSource(optics, field.voxel())
                        .in(counted, index, watch.of(found.size(), channels.size()));
                found.add(beads.beads());
                ImageFacts voxels = counted.facts();
                new FileChannels(stack.shape().channels(), name).refuseEmpty(voxels);
                facts.putAll(FileRemarks.facts(voxels, channel));
                remarks.addAll(FileRemarks.of(voxels, channel, name, beads.ofSaturation()));
                beads.guessed()
                        .filter(said -> remarks.stream().noneMatch(said::equals))
                        .ifPresent(remarks::add);
            }
            return new FileReading(facts, found);
        }
    }

    private static List<Series> oneSeries(List<FileReading> files, Field field) {
        List<ChannelBeads> channels =
                files.stream().flatMap(file -> file.channels().stream()).toList();
        BeadNumbers numbers = new BeadNumbers(field.areaUm2(), 1);
        return List.of(series(
                channels,
                field,
                numbers,
                channels.stream().map(each -> each.channel() - 1).toList()));
    }

    private static List<Series> repeats(List<FileReading> files, Field field) {
        List<Series> all = new ArrayList<>();
        int next = 1;
        for (int i = 0; i < files.size(); i++) {
            int input = i;
            List<ChannelBeads> channels = files.get(i).channels();
            BeadNumbers numbers = new BeadNumbers(field.areaUm2(), next);
            all.add(series(
                    channels,
                    field,
                    numbers,
                    channels.stream().map(each -> input).toList()));
            next = numbers.next();
        }
        return all;
    }

    /** Numbers the beads, those of the reference channel first, and puts the channels back in order. */
    private static Series series(List<ChannelBeads> channels, Field field, BeadNumbers numbers, List<Integer> inputs) {
        List<Integer> order = IntStream.range(0, channels.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> channels.get(i).channel() != field.reference()))
                .toList();
        List<NumberedBead> beads = new ArrayList<>();
        order.forEach(i -> beads.addAll(numbers.of(channels.get(i), inputs.get(i))));
        beads.sort(Comparator.comparingInt(NumberedBead::channel).thenComparingInt(NumberedBead::number));
        return new Series(channels, beads);
    }
}
