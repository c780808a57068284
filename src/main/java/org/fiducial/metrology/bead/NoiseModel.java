package org.fiducial.metrology.bead;

/**
 * How counts relate to electrons: electrons = (counts - offset) * gain, with variance electrons + readNoise².
 *
 * @param gain conversion gain [e⁻/ADU]
 * @param offset dark level [ADU]
 * @param readNoise rms read noise [e⁻]
 * @param knowledge whether these were stated, and borne out by the data, or estimated from them
 */
public record NoiseModel(double gain, double offset, double readNoise, Knowledge knowledge) {

    /** Where the numbers of a noise model come from. */
    public enum Knowledge {
        /** Given by the user, the registry or the file: photon numbers are meaningful. */
        STATED,
        /** Stated, but the voxels scatter more: excess noise of a multiplying detector. Good for weights alone. */
        EXCEEDED,
        /** Estimated from the data: good for weights, not for photon numbers. */
        ESTIMATED
    }

    public NoiseModel {
        if (!(gain > 0) || !Double.isFinite(gain)) {
            throw new IllegalArgumentException("gain must be positive, was " + gain + " e⁻/ADU");
        }
        if (!Double.isFinite(offset)) {
            throw new IllegalArgumentException("offset must be finite, was " + offset + " ADU");
        }
        if (!(readNoise >= 0) || !Double.isFinite(readNoise)) {
            throw new IllegalArgumentException("read noise must not be negative, was " + readNoise + " e⁻");
        }
    }

    /** Electrons of a pixel value. */
    public double electrons(double counts) {
        return (counts - offset) * gain;
    }
}
