package org.fiducial.metrology.image;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decoded chunks, kept up to a limit. Planes are read one after the other, so the chunks of one slab, those that differ in x
 * and y only, serve every plane of it. They are never given up for each other: where a slab is larger than the limit, a
 * part of it stays and only the rest is decoded for every plane; giving up the oldest would decode all of it each time.
 */
final class ChunkCache {

    private final long limitBytes;
    private final Map<String, Kept> chunks = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;

    ChunkCache(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** Reads and decodes a chunk; empty where nothing was stored. */
    @FunctionalInterface
    interface Source {
        Optional<byte[]> load() throws IOException;
    }

    private record Kept(String slab, Optional<byte[]> chunk) {

        int bytes() {
            return chunk.map(decoded -> decoded.length).orElse(0);
        }
    }

    /** The chunk of a key, loaded where it is not kept. */
    Optional<byte[]> get(String key, String slab, Source source) throws IOException {
        Kept known = chunks.get(key);
        if (known != null) {
            return known.chunk();
        }
        Kept loaded = new Kept(slab, source.load());
        giveUpOthersFor(loaded);
        if (chunks.isEmpty() || keptBytes + loaded.bytes() <= limitBytes) {
            chunks.put(key, loaded);
            keptBytes += loaded.bytes();
        }
        return loaded.chunk();
    }

    /** Makes room by what was used longest ago and belongs to another slab. */
    private void giveUpOthersFor(Kept loaded) {
        Iterator<Kept> oldestFirst = chunks.values().iterator();
        while (keptBytes + loaded.bytes() > limitBytes && oldestFirst.hasNext()) {
            Kept each = oldestFirst.next();
            if (!each.slab().equals(loaded.slab())) {
                keptBytes -= each.bytes();
                oldestFirst.remove();
            }
        }
    }

    void clear() {
        chunks.clear();
        keptBytes = 0;
    }
}
