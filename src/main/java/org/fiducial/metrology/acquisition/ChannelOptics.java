package org.fiducial.metrology.acquisition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.quantity.Unit;

/** What is known of the light path of one channel, by the names of the protocol's parameters. */
public final class ChannelOptics {

    /** Refractive indices at 23 °C as engraved or as sold: Zeiss Immersol 518 F, glycerol 80 % in water, silicone oil. */
    private static final Map<String, Double> INDICES =
            Map.of("air", 1.0, "water", 1.333, "glycerol", 1.47, "silicone", 1.406, "oil", 1.515);

    private static final Map<String, String> EXAMPLES = Map.of(
            "na", "na=1.4",
            "immersion", "immersion=oil",
            "modality", "modality=confocal",
            "emission", "emission=525nm",
            "excitation", "excitation=488nm",
            "sheet-thickness", "sheet-thickness=2um",
            "bead-diameter", "bead-diameter=100nm",
            "offset", "offset=100",
            "gain", "gain=0.5");

    private final Parameters parameters;
    private final int channel;

    /**
     * The optics of a channel.
     *
     * @param channel counted from 1
     * @throws UnusableInputException if the numerical aperture is not below the refractive index
     */
    public ChannelOptics(Parameters parameters, int channel) {
        this.parameters = parameters;
        this.channel = channel;
        Optional<Double> index = index();
        Optional<Double> na = parameters.number("na", channel, Unit.ONE);
        if (index.isPresent() && na.isPresent() && na.get() >= index.get()) {
            throw new UnusableInputException("A numerical aperture of " + na.get()
                    + " needs an immersion of a higher refractive index than " + index.get()
                    + "; check --set na and --set immersion (or immersion-index).");
        }
    }

    public int channel() {
        return channel;
    }

    public Optional<Modality> modality() {
        return parameters.text("modality", channel).map(Modality::ofWord);
    }

    /** The word of the parameter {@code theory}. */
    public String theory() {
        return parameters.text("theory", channel).orElse("fiducial");
    }

    /** The word of the parameter {@code bead-kind}. */
    public String beadKind() {
        return parameters.text("bead-kind", channel).orElse("solid");
    }

    public double na() {
        return require("na", Unit.ONE);
    }

    public double refractiveIndex() {
        return index().orElseThrow();
    }

    public double emissionUm() {
        return require("emission", Unit.MICROMETRE);
    }

    public double excitationUm() {
        return require("excitation", Unit.MICROMETRE);
    }

    public double sheetThicknessUm() {
        return require("sheet-thickness", Unit.MICROMETRE);
    }

    /** Diameter of the pinhole [Airy units]. */
    public Optional<Double> pinhole() {
        return number("pinhole", Unit.AIRY_UNIT);
    }

    public Optional<Double> number(String name, Unit unit) {
        return parameters.number(name, channel, unit);
    }

    private double require(String name, Unit unit) {
        return number(name, unit).orElseThrow();
    }

    /** The index given or that of the medium, whichever comes from the higher origin; the index where both do. */
    private Optional<Double> index() {
        Optional<Parameter> index = parameters.of("immersion-index", channel);
        Optional<Parameter> medium = parameters.of("immersion", channel);
        boolean byMedium = medium.isPresent()
                && (index.isEmpty()
                        || medium.get().origin().outranks(index.get().origin()));
        return byMedium
                ? parameters.text("immersion", channel).map(INDICES::get)
                : parameters.number("immersion-index", channel, Unit.ONE);
    }

    /** Those of the named parameters nobody has said; {@code immersion} stands for the refractive index. */
    public List<String> missing(List<String> names) {
        return names.stream().filter(name -> !knows(name)).toList();
    }

    private boolean knows(String name) {
        return name.equals("immersion")
                ? index().isPresent()
                : parameters.of(name, channel).isPresent();
    }

    /** Why a metric could not be evaluated: the sentence names what is missing and how to give it. */
    public static String needs(List<String> missing) {
        String options = missing.stream()
                .map(name -> "--set " + EXAMPLES.getOrDefault(name, name + "=…"))
                .collect(Collectors.joining(" "));
        return "Needs " + String.join(" and ", missing) + ", which neither the file nor the instrument says; give "
                + options + " with your own values.";
    }
}
