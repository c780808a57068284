package org.fiducial.metrology.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Lays out a field of beads at random places that keep their distance, and then what a field should not have.
 *
 * <p>Every object keeps at least the clearance to every other object and its image within the stack, but for the kinds that
 * break just this rule on purpose. Places are found by trial; a field too full for another object is refused.
 */
public final class SceneLayout {

    private static final int TRIALS = 20_000;

    private final Grid grid;
    private final Clearance clearance;
    private final RandomGenerator random;
    private final List<SceneObject> objects = new ArrayList<>();

    /**
     * An empty field.
     *
     * @param grid the stack to fill
     * @param clearance how far its objects stay apart
     * @param random the source of places and sub-pixel phases
     */
    public SceneLayout(Grid grid, Clearance clearance, RandomGenerator random) {
        this.grid = grid;
        this.clearance = clearance;
        this.random = random;
    }

    /** Adds clean beads. */
    public SceneLayout isolated(int count, double peakElectrons, PointSpread spread) {
        return scattered(SceneKind.ISOLATED, count, peakElectrons, spread);
    }

    /** Adds beads that are brighter than the detector's range; the peak must be chosen so. */
    public SceneLayout saturated(int count, double peakElectrons, PointSpread spread) {
        return scattered(SceneKind.SATURATED, count, peakElectrons, spread);
    }

    /** Adds objects that are no beads. */
    public SceneLayout debris(int count, double peakElectrons, PointSpread spread) {
        return scattered(SceneKind.DEBRIS, count, peakElectrons, spread);
    }

    /** Adds pixels that glow in every plane. */
    public SceneLayout hotPixels(int count, double electrons) {
        return scattered(SceneKind.HOT_PIXEL, count, electrons, new HotPixelSpread());
    }

    /** Adds pairs of equal beads at a lateral distance in a random direction. */
    public SceneLayout touching(int pairs, double distanceUm, double peakElectrons, PointSpread spread) {
        for (int i = 0; i < pairs; i++) {
            Position first = freePlace();
            double angle = random.nextDouble() * 2 * Math.PI;
            Position second = first.plus(distanceUm * Math.cos(angle), distanceUm * Math.sin(angle), 0);
            objects.add(new SceneObject(SceneKind.TOUCHING, first, peakElectrons, spread));
            objects.add(new SceneObject(SceneKind.TOUCHING, second, peakElectrons, spread));
        }
        return this;
    }

    /**
     * Adds pairs of equal beads one above the other.
     *
     * @param distanceUm their distance along z [µm]
     * @param asideUm their lateral distance, in a random direction; 0 for straight above [µm]
     */
    public SceneLayout stacked(int pairs, double distanceUm, double asideUm, double peakElectrons, PointSpread spread) {
        for (int i = 0; i < pairs; i++) {
            Position middle = freePlace();
            double angle = random.nextDouble() * 2 * Math.PI;
            double xUm = asideUm / 2 * Math.cos(angle);
            double yUm = asideUm / 2 * Math.sin(angle);
            for (int side = -1; side <= 1; side += 2) {
                Position place = middle.plus(side * xUm, side * yUm, side * distanceUm / 2);
                objects.add(new SceneObject(SceneKind.STACKED, place, peakElectrons, spread));
            }
        }
        return this;
    }

    /** Adds beads whose centre lies within a distance of one of the four borders of the field. */
    public SceneLayout cutByBorder(int count, double withinUm, double peakElectrons, PointSpread spread) {
        for (int i = 0; i < count; i++) {
            objects.add(new SceneObject(SceneKind.EDGE_XY, freeBorderPlace(withinUm), peakElectrons, spread));
        }
        return this;
    }

    /** Adds beads whose centre lies within a distance of the first or the last plane. */
    public SceneLayout cutByStack(int count, double withinUm, double peakElectrons, PointSpread spread) {
        for (int i = 0; i < count; i++) {
            Position place = freePlace();
            double insideUm = random.nextDouble() * withinUm;
            double zUm = random.nextBoolean() ? insideUm : (grid.sizeZ() - 1) * grid.stepZUm() - insideUm;
            objects.add(new SceneObject(
                    SceneKind.EDGE_Z, new Position(place.xUm(), place.yUm(), zUm), peakElectrons, spread));
        }
        return this;
    }

    /** The objects laid out so far. */
    public List<SceneObject> objects() {
        return List.copyOf(objects);
    }

    private SceneLayout scattered(SceneKind kind, int count, double peakElectrons, PointSpread spread) {
        for (int i = 0; i < count; i++) {
            objects.add(new SceneObject(kind, freePlace(), peakElectrons, spread));
        }
        return this;
    }

    private Position freePlace() {
        for (int trial = 0; trial < TRIALS; trial++) {
            Position place = new Position(
                    within(clearance.borderUm(), grid.sizeX(), grid.pixelXUm()),
                    within(clearance.borderUm(), grid.sizeY(), grid.pixelYUm()),
                    within(clearance.endPlanesUm(), grid.sizeZ(), grid.stepZUm()));
            if (isFree(place)) {
                return place;
            }
        }
        throw new IllegalStateException("the field is too full for another object after " + objects.size());
    }

    private Position freeBorderPlace(double withinUm) {
        double widthUm = (grid.sizeX() - 1) * grid.pixelXUm();
        double heightUm = (grid.sizeY() - 1) * grid.pixelYUm();
        for (int trial = 0; trial < TRIALS; trial++) {
            double insideUm = random.nextDouble() * withinUm;
            double alongX = within(clearance.borderUm(), grid.sizeX(), grid.pixelXUm());
            double alongY = within(clearance.borderUm(), grid.sizeY(), grid.pixelYUm());
            double zUm = within(clearance.endPlanesUm(), grid.sizeZ(), grid.stepZUm());
            Position place =
                    switch (random.nextInt(4)) {
                        case 0 -> new Position(insideUm, alongY, zUm);
                        case 1 -> new Position(widthUm - insideUm, alongY, zUm);
                        case 2 -> new Position(alongX, insideUm, zUm);
                        default -> new Position(alongX, heightUm - insideUm, zUm);
                    };
            if (isFree(place)) {
                return place;
            }
        }
        throw new IllegalStateException("the border is too full for another object after " + objects.size());
    }

    private double within(double marginUm, int size, double spacingUm) {
        double freeUm = (size - 1) * spacingUm - 2 * marginUm;
        if (freeUm < 0) {
            throw new IllegalStateException("the margin of " + marginUm + " µm leaves no room in " + size + " voxels");
        }
        return marginUm + random.nextDouble() * freeUm;
    }

    private boolean isFree(Position place) {
        return objects.stream()
                .noneMatch(object -> Math.hypot(
                                object.position().xUm() - place.xUm(),
                                object.position().yUm() - place.yUm())
                        < clearance.betweenUm());
    }
}
