package org.fiducial.metrology.field;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fiducial.metrology.acquisition.FileChannels;
import org.fiducial.metrology.acquisition.FileParameters;
import org.fiducial.metrology.acquisition.FileRemarks;
import org.fiducial.metrology.image.ImageFiles;
import org.fiducial.metrology.image.ImageStack;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.metrology.quantity.Unit;

/** Opens the files of an acquisition one after the other, averages their frames and measures the channels. */
final class FieldReading {

    private static final int LEAST_PIXELS = 32;
    private static final String CONSEQUENCE =
            "saturated pixels were left out, and what they hide makes the field look flatter; use less light.";

    private final ProtocolDefinition protocol;
    private final ImageFiles images;
    private final Progress progress;
    private final List<Remark> remarks = new ArrayList<>();

    FieldReading(ProtocolDefinition protocol, ImageFiles images, Progress progress) {
        this.protocol = protocol;
        this.images = images;
        this.progress = progress;
    }

    /** The frames of one file, by channel from 1. */
    private record FileFrames(
            String name,
            StackShape shape,
            Parameters parameters,
            Map<String, Value> facts,
            TreeMap<Integer, FrameMean> channels) {}

    FieldAcquisition read(Inputs inputs, Parameters given) {
        List<Path> paths = inputs.files();
        Optional<Integer> dark = darkFile(given, paths.size());
        List<FileFrames> files = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            progress.report(i, paths.size() + 1L, "reading frames");
            progress.throwIfCancelled();
            try (ImageStack stack = images.open(paths.get(i))) {
                boolean isDark = dark.isPresent() && dark.get() == i;
                files.add(frames(stack, InputFile.nameOf(paths.get(i)), given, isDark));
            }
        }
        List<FileFrames> flats = IntStream.range(0, files.size())
                .filter(i -> dark.isEmpty() || dark.get() != i)
                .mapToObj(files::get)
                .toList();
        files.forEach(file -> refuseOther(files.get(0), file));
        Parameters parameters = flats.get(0).parameters();
        progress.report(paths.size(), paths.size() + 1L, "fitting the field");
        List<FieldChannel> channels = new ArrayList<>();
        FileChannels inFile = FileChannels.of(flats.get(0).shape(), flats.get(0).name());
        inFile.refuseGivenForNone(parameters);
        for (int channel : inFile.named(parameters, "channel").map(List::of).orElseGet(inFile::all)) {
            progress.throwIfCancelled();
            List<FrameMean> means =
                    flats.stream().map(file -> file.channels().get(channel)).toList();
            Optional<FrameMean> darkMean = dark.map(i -> files.get(i).channels().get(channel));
            channels.add(new ChannelReading(parameters, channel).read(means, darkMean));
        }
        return new FieldAcquisition(
                parameters, files.stream().map(FileFrames::facts).toList(), channels, remarks);
    }

    private static Optional<Integer> darkFile(Parameters given, int files) {
        Optional<Integer> dark = given.number("dark", Unit.ONE).map(number -> (int) Math.round(number) - 1);
        dark.ifPresent(index -> {
            if (index >= files || files == 1) {
                throw new UnusableInputException("--set dark=" + (index + 1) + " names the dark image among the files,"
                        + " but " + (files == 1 ? "one file was" : files + " files were")
                        + " given; name the flat image and the dark one.");
            }
        });
        return dark;
    }

    private FileFrames frames(ImageStack stack, String name, Parameters given, boolean dark) {
        StackShape shape = stack.shape();
        if (Math.min(shape.width(), shape.height()) < LEAST_PIXELS) {
            throw new UnusableInputException("File '" + name + "' is " + shape.width() + " × " + shape.height()
                    + " pixels, but a field needs at least " + LEAST_PIXELS + " × " + LEAST_PIXELS
                    + "; give the image of the whole field.");
        }
        FileParameters fromFile = FileParameters.of(stack.metadata(), protocol, name);
        remarks.addAll(fromFile.remarks());
        Parameters own =
                given.with(fromFile.parameters()).with(protocol.defaults().all());
        Map<String, Value> facts = new LinkedHashMap<>(FileRemarks.facts(stack));
        TreeMap<Integer, FrameMean> channels = new TreeMap<>();
        for (int channel = 1; channel <= shape.channels(); channel++) {
            FrameMean mean = FrameMean.of(stack, channel - 1);
            FileChannels.of(shape, name).refuseEmpty(mean.facts());
            facts.putAll(FileRemarks.facts(mean.facts(), channel));
            if (!dark) {
                remarks.addAll(FileRemarks.of(mean.facts(), channel, name, CONSEQUENCE));
            }
            channels.put(channel, mean);
        }
        return new FileFrames(name, shape, own, facts, channels);
    }

    private static void refuseOther(FileFrames first, FileFrames other) {
        boolean same = first.shape().width() == other.shape().width()
                && first.shape().height() == other.shape().height()
                && first.shape().channels() == other.shape().channels();
        if (!same) {
            throw new UnusableInputException("Files '" + first.name() + "' and '" + other.name()
                    + "' differ in size or number of channels; images of one field were expected, analyse them one by"
                    + " one.");
        }
    }
}
