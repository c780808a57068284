package org.fiducial.metrology.acquisition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.image.NyquistSampling;
import org.fiducial.metrology.image.NyquistSampling.Aperture;

/**
 * The sampling limit of a channel, or why there is none.
 *
 * @param limit the largest voxel without loss
 * @param formula its id, {@code nyquist-widefield} or {@code nyquist-scanning}
 * @param reason why there is no limit; empty text where there is one
 */
public record SamplingLimit(Optional<NyquistSampling> limit, String formula, String reason) {

    public static SamplingLimit of(ChannelOptics optics) {
        if (optics.modality().isEmpty()) {
            return none(ChannelOptics.needs(List.of("modality")));
        }
        Modality modality = optics.modality().get();
        return switch (modality) {
            case WIDEFIELD, SPINNING_DISK, LIGHT_SHEET -> widefield(optics);
            case CONFOCAL, MULTIPHOTON -> scanning(optics);
            case IMAGE_SCANNING, SIM, STED, DECONVOLVED ->
                none("There is no Nyquist distance for the modality " + modality.word() + ".");
        };
    }

    private static SamplingLimit none(String reason) {
        return new SamplingLimit(Optional.empty(), "", reason);
    }

    private static SamplingLimit widefield(ChannelOptics optics) {
        List<String> missing = optics.missing(List.of("na", "immersion", "emission"));
        return missing.isEmpty()
                ? new SamplingLimit(
                        Optional.of(NyquistSampling.widefield(aperture(optics), optics.emissionUm())),
                        "nyquist-widefield",
                        "")
                : none(ChannelOptics.needs(missing));
    }

    private static SamplingLimit scanning(ChannelOptics optics) {
        List<String> missing = optics.missing(List.of("na", "immersion", "excitation"));
        if (!missing.isEmpty()) {
            return none(ChannelOptics.needs(missing));
        }
        // Without a word on the pinhole a confocal is taken as at 1 Airy unit, as for the theory of its widths.
        OptionalDouble pinhole = OptionalDouble.of(optics.pinhole().orElse(1.0));
        return new SamplingLimit(
                Optional.of(NyquistSampling.confocal(aperture(optics), optics.excitationUm(), pinhole)),
                "nyquist-scanning",
                "");
    }

    private static Aperture aperture(ChannelOptics optics) {
        return new Aperture(optics.na(), optics.refractiveIndex());
    }
}
