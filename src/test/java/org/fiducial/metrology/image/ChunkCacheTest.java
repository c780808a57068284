package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChunkCacheTest {

    private static final int CHUNK_BYTES = 10;
    private static final int CHUNKS_A_SLAB = 16;
    private static final int PLANES_A_SLAB = 8;

    private int loads;

    @Test
    void decodesEachChunkOnceWhereASlabFits() throws IOException {
        readTwoSlabs(new ChunkCache(CHUNKS_A_SLAB * CHUNK_BYTES));

        assertThat(loads).isEqualTo(2 * CHUNKS_A_SLAB);
    }

    /** Twelve of sixteen chunks stay, the other four are decoded for each of eight planes. */
    @Test
    void decodesOnlyWhatDoesNotFitAgain() throws IOException {
        readTwoSlabs(new ChunkCache(12 * CHUNK_BYTES));

        assertThat(loads).isEqualTo(2 * (12 + 4 * PLANES_A_SLAB));
    }

    @Test
    void keepsOneChunkHoweverLarge() throws IOException {
        ChunkCache cache = new ChunkCache(1);
        for (int plane = 0; plane < PLANES_A_SLAB; plane++) {
            cache.get("only", "slab", this::load);
        }

        assertThat(loads).isEqualTo(1);
    }

    private void readTwoSlabs(ChunkCache cache) throws IOException {
        for (String slab : new String[] {"one", "two"}) {
            for (int plane = 0; plane < PLANES_A_SLAB; plane++) {
                for (int chunk = 0; chunk < CHUNKS_A_SLAB; chunk++) {
                    assertThat(cache.get(slab + "/" + chunk, slab, this::load)).isPresent();
                }
            }
        }
    }

    private Optional<byte[]> load() {
        loads++;
        return Optional.of(new byte[CHUNK_BYTES]);
    }
}
