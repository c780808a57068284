package org.fiducial.web.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The typical runs of protocols, each made once, when its page is first asked for. */
final class Examples {

    private static final Logger LOG = LoggerFactory.getLogger(Examples.class);
    /** So long a page waits for its pictures before it comes without them. */
    private static final long PATIENCE_MS = 600;

    private final Function<String, Optional<AnalysisResult>> source;
    private final Executor background;
    private final Map<String, CompletableFuture<Optional<AnalysisResult>>> made = new ConcurrentHashMap<>();

    Examples(Function<String, Optional<AnalysisResult>> source, Executor background) {
        this.source = source;
        this.background = background;
    }

    /** What there is to show. */
    enum Readiness {
        NONE,
        PENDING,
        READY
    }

    /** An example as far as it is made; results of {@link Readiness#READY} only. */
    record Example(Readiness readiness, List<AnalysisResult> results) {
        Example {
            results = List.copyOf(results);
        }
    }

    /** The example of a protocol; waits a moment for one that is not made yet. */
    Example of(String protocol) {
        CompletableFuture<Optional<AnalysisResult>> run =
                made.computeIfAbsent(protocol, id -> CompletableFuture.supplyAsync(() -> source.apply(id), background));
        try {
            List<AnalysisResult> found =
                    run.get(PATIENCE_MS, TimeUnit.MILLISECONDS).stream().toList();
            return new Example(found.isEmpty() ? Readiness.NONE : Readiness.READY, found);
        } catch (TimeoutException e) {
            return new Example(Readiness.PENDING, List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Example(Readiness.PENDING, List.of());
        } catch (ExecutionException e) {
            // The page is about the protocol; it is whole without pictures.
            LOG.error("The typical run of {} failed", protocol, e.getCause());
            return new Example(Readiness.NONE, List.of());
        }
    }
}
