package org.fiducial.metrology.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.Item.ItemIdentity;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;

class ItemTableTest {

    @Test
    void writesARowAnItemAndLeavesMissingCellsEmpty() {
        assertThat(written(SampleResult.any().items()))
                .containsExactly(
                        "id,kind,channel,input,status,reasons,"
                                + "psf.position.x [um],u(psf.position.x) [um],psf.sbr [1],u(psf.sbr) [1]",
                        "c1-b001,bead,1,beads.tif,measured,WIDE,3.25,0.0005,12.5,",
                        "c1-b002,bead,1,beads.tif,rejected,SATURATED NEIGHBOUR,,,,");
    }

    @Test
    void quotesCellsAndKeepsOneUnitAColumn() {
        Item first = bead("a, \"b\".tif", new Quantity(0.5, Unit.MICROMETRE), OptionalDouble.empty());
        Item second = bead("c.tif", new Quantity(250, Unit.NANOMETRE), OptionalDouble.of(10));

        assertThat(written(List.of(first, second)))
                .containsExactly(
                        "id,kind,channel,input,status,reasons,psf.fwhm.x [um],u(psf.fwhm.x) [um]",
                        "c1-b001,bead,1,\"a, \"\"b\"\".tif\",measured,,0.5,",
                        "c1-b001,bead,1,c.tif,measured,,0.25,0.01");
    }

    private static Item bead(String input, Quantity fwhm, OptionalDouble u) {
        return new Item(
                new ItemIdentity("c1-b001", "bead", 1, input),
                ItemStatus.MEASURED,
                List.of(),
                Map.of("psf.fwhm.x", new Estimate(fwhm, u)));
    }

    private static List<String> written(List<Item> items) {
        return new String(ItemTable.write(items), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
