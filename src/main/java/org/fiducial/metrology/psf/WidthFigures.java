package org.fiducial.metrology.psf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.acquisition.TheoreticalResolution;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Axis;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Curve;
import org.fiducial.metrology.protocol.FigurePart.CurveStyle;
import org.fiducial.metrology.protocol.FigurePart.Guide;
import org.fiducial.metrology.protocol.FigurePart.MapPoint;
import org.fiducial.metrology.protocol.FigurePart.Sample;
import org.fiducial.metrology.protocol.FigurePart.Tone;
import org.fiducial.metrology.protocol.ProtocolDefinition;

/** The judged widths as distributions, over the field and against the distance from its middle. */
final class WidthFigures {

    private static final String UM = "µm";

    private final ProtocolDefinition protocol;
    private final ChannelResult channel;
    private final List<String> names;

    WidthFigures(ProtocolDefinition protocol, ChannelResult channel, List<String> names) {
        this.protocol = protocol;
        this.channel = channel;
        this.names = names;
    }

    List<Figure> figures() {
        if (channel.values("psf.fwhm.x").length == 0) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>();
        for (String axis : List.of("x", "y", "z")) {
            figures.add(distribution(axis));
        }
        if (channel.measured().size() > 1) {
            for (String axis : List.of("x", "y", "z")) {
                figures.add(map(axis));
            }
            figures.add(radial("lateral", List.of("x", "y")));
            figures.add(radial("axial", List.of("z")));
        }
        return figures;
    }

    private Caption caption(String id, String title, String text) {
        return new Caption(id + "-c" + channel.channel(), title + ", channel " + channel.channel(), text);
    }

    private Figure distribution(String axis) {
        List<Sample> samples = new ArrayList<>();
        for (int input = 0; input < names.size(); input++) {
            int file = input;
            List<Double> values = channel.measured().stream()
                    .filter(bead -> bead.place().input() == file)
                    .flatMap(bead -> bead.number("psf.fwhm." + axis).stream())
                    .toList();
            if (!values.isEmpty()) {
                samples.add(new Sample(names.size() > 1 ? names.get(input) : "beads", values));
            }
        }
        return new Figure.Distribution(
                caption("distribution-fwhm-" + axis, "FWHM " + axis, "Every bead against theory and the limits."),
                new Axis("FWHM " + axis, UM),
                samples,
                guides(axis, true));
    }

    /** Theory and the protocol's limits in the unit of the width. */
    private List<Guide> guides(String axis, boolean vertical) {
        OptionalDouble theory = axis.equals("z")
                ? TheoreticalResolution.axial(channel.optics()).known()
                : TheoreticalResolution.lateral(channel.optics()).known();
        if (theory.isEmpty()) {
            return List.of();
        }
        List<Guide> guides = new ArrayList<>();
        guides.add(new Guide("theory", theory.getAsDouble(), vertical, Tone.THEORY));
        Optional<DefaultLimit> limit = protocol.limits().stream()
                .filter(each -> each.metric().equals("psf.ratio_theory." + axis))
                .findFirst();
        limit.flatMap(each -> high(each.warning()))
                .ifPresent(
                        high -> guides.add(new Guide("warning", high * theory.getAsDouble(), vertical, Tone.WARNING)));
        limit.flatMap(each -> high(each.fail()))
                .ifPresent(high -> guides.add(new Guide("fail", high * theory.getAsDouble(), vertical, Tone.BAD)));
        return guides;
    }

    private static Optional<Double> high(DefaultLimit.Bounds bounds) {
        return bounds.high().isPresent() ? Optional.of(bounds.high().getAsDouble()) : Optional.empty();
    }

    private Figure map(String axis) {
        List<MapPoint> points = new ArrayList<>();
        for (MeasuredBead bead : channel.measured()) {
            bead.number("psf.fwhm." + axis)
                    .ifPresent(value -> points.add(new MapPoint(
                            bead.number("psf.position.x").orElseThrow(),
                            bead.number("psf.position.y").orElseThrow(),
                            value,
                            axis.equals("z") ? OptionalDouble.empty() : angle(bead),
                            Integer.toString(bead.place().number()))));
        }
        return new Figure.FieldMap(
                caption(
                        "map-fwhm-" + axis,
                        "FWHM " + axis + " over the field",
                        axis.equals("z") ? "" : "Lines show the direction in which a bead is longer."),
                new Axis("x", UM),
                new Axis("y", UM),
                new Axis("FWHM " + axis, UM),
                points);
    }

    private static OptionalDouble angle(MeasuredBead bead) {
        Optional<Double> angle = bead.number("psf.angle");
        return angle.isPresent() ? OptionalDouble.of(angle.get()) : OptionalDouble.empty();
    }

    private Figure radial(String name, List<String> axes) {
        List<Curve> curves = new ArrayList<>();
        for (String axis : axes) {
            List<Double> radius = new ArrayList<>();
            List<Double> width = new ArrayList<>();
            for (MeasuredBead bead : channel.measured()) {
                bead.number("psf.fwhm." + axis).ifPresent(value -> {
                    radius.add(Math.hypot(
                            bead.number("psf.position.x").orElseThrow()
                                    - channel.sampling().middleXUm(),
                            bead.number("psf.position.y").orElseThrow()
                                    - channel.sampling().middleYUm()));
                    width.add(value);
                });
            }
            curves.add(new Curve("FWHM " + axis, CurveStyle.POINTS, radius, width));
        }
        return new Figure.Curves(
                caption("radius-fwhm-" + name, "FWHM " + name + " against the distance from the middle", ""),
                new Axis("distance from the middle of the field", UM),
                new Axis("FWHM", UM),
                curves,
                guides(axes.get(0), false)
                        .subList(0, Math.min(1, guides(axes.get(0), false).size())));
    }
}
