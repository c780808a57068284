package org.fiducial.metrology.acquisition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The full width at half maximum that diffraction allows, by modality.
 *
 * <p>Symbols: λex, λem excitation and emission wavelength [µm]; NA numerical aperture; n refractive index of the
 * immersion; q = n − √(n² − NA²); λ̄ = √2 λex λem/√(λex² + λem²); p pinhole diameter [Airy units].
 *
 * <table>
 * <caption>Formulas and their ids</caption>
 * <tr><th>id</th><th>width</th><th>source</th></tr>
 * <tr><td>widefield-lateral</td><td>0.51 λem/NA</td><td>Wilhelm 2011; Faklaris 2022</td></tr>
 * <tr><td>widefield-nonparaxial</td><td>0.88 λem/q</td><td>Wilhelm 2011</td></tr>
 * <tr><td>confocal-lateral</td><td>p ≥ 1: 0.51 λex/NA; p ≤ 0.25: 0.37 λ̄/NA; linear in p between</td><td>Wilhelm 2011</td></tr>
 * <tr><td>confocal-nonparaxial</td><td>p ≥ 1: 0.88 λex/q; p ≤ 0.25: 0.64 λ̄/q; linear in p between</td><td>Wilhelm 2011</td></tr>
 * <tr><td>spinning-disk-lateral, -nonparaxial</td><td>as confocal, p = 1 unless given</td><td></td></tr>
 * <tr><td>multiphoton-lateral</td><td>NA ≤ 0.7: 0.377 λex/NA, else 0.383 λex/NA^0.91</td><td>Zipfel 2003</td></tr>
 * <tr><td>multiphoton-nonparaxial</td><td>0.626 λex/q</td><td>Zipfel 2003</td></tr>
 * <tr><td>light-sheet-lateral</td><td>0.51 λem/NA</td><td>as widefield</td></tr>
 * <tr><td>light-sheet-axial</td><td>1/√(1/F² + 1/S²), F = 0.88 λem/q, S thickness of the sheet</td><td>product of two Gaussians</td></tr>
 * </table>
 *
 * <p>Sources: S. Wilhelm, Confocal Laser Scanning Microscopy, Carl Zeiss 2011; Faklaris et al., J Cell Biol 221(11),
 * 2022, doi:10.1083/jcb.202107093; Zipfel, Williams, Webb, Nat Biotechnol 21:1369, 2003, doi:10.1038/nbt899 (1/e widths
 * times 2√(ln 2)/√2). Other tools' formulas by {@code theory=metroloj} (0.61 λem/NA and 2 n λem/NA², widefield only) and
 * {@code theory=metroloj-qc} (as implemented in MetroloJ_QC 1.3.1). Not defined for image scanning, SIM, STED and
 * deconvolved data, whose width depends on their processing. Scalar theory, point object: a vectorial calculation at NA
 * 1.4 is up to 10 % wider laterally, a bead of 100 nm adds 2 to 4 %.
 */
public final class TheoreticalResolution {

    private static final Formula WIDEFIELD_LATERAL =
            new Formula("widefield-lateral", List.of("na", "emission"), TheoreticalResolution::emissionLateral);
    private static final Formula WIDEFIELD_AXIAL = new Formula(
            "widefield-nonparaxial", List.of("na", "immersion", "emission"), TheoreticalResolution::emissionAxial);
    private static final Formula SHEET_LATERAL =
            new Formula("light-sheet-lateral", List.of("na", "emission"), TheoreticalResolution::emissionLateral);
    private static final Formula SHEET_AXIAL = new Formula(
            "light-sheet-axial",
            List.of("na", "immersion", "emission", "sheet-thickness"),
            TheoreticalResolution::sheetAxial);
    private static final Formula MULTIPHOTON_LATERAL =
            new Formula("multiphoton-lateral", List.of("na", "excitation"), TheoreticalResolution::zipfelLateral);
    private static final Formula MULTIPHOTON_AXIAL = new Formula(
            "multiphoton-nonparaxial",
            List.of("na", "immersion", "excitation"),
            optics -> 0.626 * optics.excitationUm() / q(optics));

    private static final Map<Modality, Formula> QC_LATERAL = Map.of(
            Modality.WIDEFIELD, WIDEFIELD_LATERAL.named("metroloj-qc-widefield-lateral"),
            Modality.CONFOCAL, excitation("metroloj-qc-confocal-lateral", false, o -> 0.51 * o.excitationUm() / o.na()),
            Modality.SPINNING_DISK, WIDEFIELD_LATERAL.named("metroloj-qc-spinning-disk-lateral"),
            Modality.MULTIPHOTON, MULTIPHOTON_LATERAL.named("metroloj-qc-multiphoton-lateral"));
    private static final Map<Modality, Formula> QC_AXIAL = Map.of(
            Modality.WIDEFIELD,
                    emission(
                            "metroloj-qc-widefield-axial",
                            o -> 1.77 * o.refractiveIndex() * o.emissionUm() / (o.na() * o.na())),
            Modality.CONFOCAL, excitation("metroloj-qc-confocal-axial", true, o -> 0.88 * o.excitationUm() / q(o)),
            Modality.SPINNING_DISK, emission("metroloj-qc-spinning-disk-axial", o -> o.emissionUm() / q(o)),
            Modality.MULTIPHOTON, MULTIPHOTON_AXIAL.named("metroloj-qc-multiphoton-axial"));

    private TheoreticalResolution() {}

    /** A width from theory, or why there is none. */
    public sealed interface Width {

        /** A width [µm] with the id of its formula. */
        record Known(double um, String formula) implements Width {}

        /** No width, and why, in a sentence people read. */
        record Unknown(String reason) implements Width {}

        /** The width [µm] where it is known. */
        default OptionalDouble known() {
            return this instanceof Known known ? OptionalDouble.of(known.um()) : OptionalDouble.empty();
        }
    }

    private record Formula(String id, List<String> needs, ToDoubleFunction<ChannelOptics> equation) {

        Formula named(String other) {
            return new Formula(other, needs, equation);
        }

        Width of(ChannelOptics optics) {
            List<String> missing = optics.missing(needs);
            return missing.isEmpty()
                    ? new Width.Known(equation.applyAsDouble(optics), id)
                    : new Width.Unknown(ChannelOptics.needs(missing));
        }
    }

    /** The lateral width. */
    public static Width lateral(ChannelOptics optics) {
        return width(optics, true);
    }

    /** The axial width. */
    public static Width axial(ChannelOptics optics) {
        return width(optics, false);
    }

    /** 0.35 λ/NA [µm]: no linear microscope draws a spot narrower than this, its scale must be wrong. */
    public static OptionalDouble narrowestUm(ChannelOptics optics) {
        if (optics.modality().isEmpty() || !optics.missing(List.of("na")).isEmpty()) {
            return OptionalDouble.empty();
        }
        String wavelength =
                switch (optics.modality().get()) {
                    case WIDEFIELD, LIGHT_SHEET -> "emission";
                    case CONFOCAL, SPINNING_DISK, MULTIPHOTON -> "excitation";
                    case IMAGE_SCANNING, SIM, STED, DECONVOLVED -> "";
                };
        if (wavelength.isEmpty() || !optics.missing(List.of(wavelength)).isEmpty()) {
            return OptionalDouble.empty();
        }
        double um = wavelength.equals("emission") ? optics.emissionUm() : optics.excitationUm();
        return OptionalDouble.of(0.35 * um / optics.na());
    }

    private static Width width(ChannelOptics optics, boolean lateral) {
        if (optics.modality().isEmpty()) {
            return new Width.Unknown(ChannelOptics.needs(List.of("modality")));
        }
        Modality modality = optics.modality().get();
        return switch (optics.theory()) {
            case "metroloj" -> metroloj(modality, optics, lateral);
            case "metroloj-qc" -> {
                Formula formula = (lateral ? QC_LATERAL : QC_AXIAL).get(modality);
                yield formula == null ? notDefined("MetroloJ_QC has", modality) : formula.of(optics);
            }
            default -> own(modality, optics, lateral);
        };
    }

    private static Width own(Modality modality, ChannelOptics optics, boolean lateral) {
        return switch (modality) {
            case WIDEFIELD -> (lateral ? WIDEFIELD_LATERAL : WIDEFIELD_AXIAL).of(optics);
            case CONFOCAL, SPINNING_DISK -> pinhole(modality, optics, lateral);
            case MULTIPHOTON -> (lateral ? MULTIPHOTON_LATERAL : MULTIPHOTON_AXIAL).of(optics);
            case LIGHT_SHEET -> (lateral ? SHEET_LATERAL : SHEET_AXIAL).of(optics);
            case IMAGE_SCANNING, SIM, STED, DECONVOLVED -> notDefined("There is", modality);
        };
    }

    private static Width notDefined(String who, Modality modality) {
        return new Width.Unknown(
                String.format(Locale.ROOT, "%s no theoretical width for the modality %s.", who, modality.word()));
    }

    private static Width metroloj(Modality modality, ChannelOptics optics, boolean lateral) {
        if (modality != Modality.WIDEFIELD) {
            return notDefined("Known here of MetroloJ is", modality);
        }
        Formula formula = lateral
                ? WIDEFIELD_LATERAL.named("metroloj-lateral")
                : emission("metroloj-axial", o -> 2 * o.refractiveIndex() * o.emissionUm() / (o.na() * o.na()));
        return lateral
                ? new Formula("metroloj-lateral", formula.needs(), o -> 0.61 * o.emissionUm() / o.na()).of(optics)
                : formula.of(optics);
    }

    private static Width pinhole(Modality modality, ChannelOptics optics, boolean lateral) {
        double p = Math.max(0.25, Math.min(1, optics.pinhole().orElse(1.0)));
        List<String> needs =
                p < 1 ? List.of("na", "immersion", "excitation", "emission") : List.of("na", "immersion", "excitation");
        String id = modality.word() + (lateral ? "-lateral" : "-nonparaxial");
        double open = lateral ? 0.51 : 0.88;
        double closed = lateral ? 0.37 : 0.64;
        return new Formula(id, lateral ? without(needs, "immersion") : needs, o -> {
                    double span = lateral ? o.na() : q(o);
                    double atOne = open * o.excitationUm() / span;
                    return p == 1 ? atOne : atOne + (1 - p) / 0.75 * (closed * meanWavelengthUm(o) / span - atOne);
                })
                .of(optics);
    }

    private static List<String> without(List<String> names, String name) {
        return names.stream().filter(each -> !each.equals(name)).toList();
    }

    private static Formula emission(String id, ToDoubleFunction<ChannelOptics> equation) {
        return new Formula(id, List.of("na", "immersion", "emission"), equation);
    }

    private static Formula excitation(String id, boolean axial, ToDoubleFunction<ChannelOptics> equation) {
        return new Formula(
                id, axial ? List.of("na", "immersion", "excitation") : List.of("na", "excitation"), equation);
    }

    private static double emissionLateral(ChannelOptics optics) {
        return 0.51 * optics.emissionUm() / optics.na();
    }

    private static double emissionAxial(ChannelOptics optics) {
        return 0.88 * optics.emissionUm() / q(optics);
    }

    private static double sheetAxial(ChannelOptics optics) {
        return 1 / Math.hypot(1 / emissionAxial(optics), 1 / optics.sheetThicknessUm());
    }

    private static double zipfelLateral(ChannelOptics optics) {
        double na = optics.na();
        return na <= 0.7 ? 0.377 * optics.excitationUm() / na : 0.383 * optics.excitationUm() / Math.pow(na, 0.91);
    }

    private static double meanWavelengthUm(ChannelOptics optics) {
        double ex = optics.excitationUm();
        double em = optics.emissionUm();
        return Math.sqrt(2) * ex * em / Math.hypot(ex, em);
    }

    private static double q(ChannelOptics optics) {
        double n = optics.refractiveIndex();
        return n - Math.sqrt(n * n - optics.na() * optics.na());
    }
}
