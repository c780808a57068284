package org.fiducial.facility.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The share that has failed by each age at which there was a check, of no assumed shape but that it never falls: raw dots beside a
 * fitted curve. Where a later age has the smaller share both are pooled. Source: Ayer et al., Ann. Math. Stat. 26:641 (1955),
 * doi:10.1214/aoms/1177728423. Each observation counts by the time since it was last known good.
 */
public final class MonotoneShares {

    private MonotoneShares() {}

    /**
     * A share.
     *
     * @param months since last known good
     * @param failed share that has failed, 0 to 1
     * @param checks how many were made at this age
     */
    public record Dot(double months, double failed, int checks) {}

    /** A stretch of ages that is pooled. */
    private record Block(int bad, int checks, int ages) {

        double share() {
            return bad / (double) checks;
        }

        Block with(Block other) {
            return new Block(bad + other.bad, checks + other.checks, ages + other.ages);
        }
    }

    /** The shares by age, youngest first. */
    public static List<Dot> of(List<Observation> observations) {
        TreeMap<Double, Block> ages = new TreeMap<>();
        observations.forEach(each -> ages.merge(each.months(), new Block(each.isGood() ? 0 : 1, 1, 0), Block::with));
        List<Block> blocks = new ArrayList<>();
        for (Block age : ages.values()) {
            Block last = new Block(age.bad(), age.checks(), 1);
            while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).share() >= last.share()) {
                last = blocks.remove(blocks.size() - 1).with(last);
            }
            blocks.add(last);
        }
        List<Dot> dots = new ArrayList<>();
        List<Map.Entry<Double, Block>> inOrder = List.copyOf(ages.entrySet());
        for (Block block : blocks) {
            for (int i = 0; i < block.ages(); i++) {
                Map.Entry<Double, Block> age = inOrder.get(dots.size());
                dots.add(new Dot(age.getKey(), block.share(), age.getValue().checks()));
            }
        }
        return List.copyOf(dots);
    }
}
