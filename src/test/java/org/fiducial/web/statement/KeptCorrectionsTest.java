package org.fiducial.web.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.statement.CorrectionText.Corrected;
import org.junit.jupiter.api.Test;

/** What was corrected is composed once for each state of the record; that no act is hidden, {@link CorrectingActsTest} shows. */
class KeptCorrectionsTest {

    private static final KeptCorrections.Read ONE = read(new UUID(0, 1));

    private final AtomicLong revision = new AtomicLong(7);
    private final AtomicInteger composed = new AtomicInteger();
    private final KeptCorrections kept = new KeptCorrections(revision::get);

    private static KeptCorrections.Read read(UUID statement) {
        return new KeptCorrections.Read(statement, PageLanguage.ENGLISH);
    }

    private static List<Corrected> corrected(String sentence) {
        return List.of(new Corrected("standing", sentence));
    }

    private Optional<List<Corrected>> compose() {
        return Optional.of(corrected("as of " + composed.incrementAndGet()));
    }

    @Test
    void isComposedOnceWhileNothingIsAdded() {
        assertThat(kept.of(ONE, this::compose)).contains(corrected("as of 1"));
        assertThat(kept.of(ONE, this::compose)).contains(corrected("as of 1"));
        assertThat(kept.of(read(new UUID(0, 2)), this::compose)).contains(corrected("as of 2"));
    }

    @Test
    void isComposedInEachLanguageThatIsRead() {
        kept.of(ONE, this::compose);

        assertThat(kept.of(new KeptCorrections.Read(ONE.statement(), PageLanguage.SPANISH), this::compose))
                .contains(corrected("as of 2"));
    }

    @Test
    void isComposedAnewAfterAnythingWasAdded() {
        kept.of(ONE, this::compose);
        revision.incrementAndGet();

        assertThat(kept.of(ONE, this::compose)).contains(corrected("as of 2"));
        assertThat(kept.of(ONE, Optional::empty)).contains(corrected("as of 2"));
    }

    @Test
    void whatIsAddedWhileItIsComposedIsNotHiddenFromTheNext() {
        kept.of(ONE, () -> {
            revision.incrementAndGet();
            return compose();
        });

        assertThat(kept.of(ONE, this::compose)).contains(corrected("as of 2"));
    }

    @Test
    void whoComposedOfAnOlderRecordReplacesNothingNewer() {
        kept.of(ONE, () -> {
            revision.set(8);
            kept.of(ONE, () -> Optional.of(corrected("newer")));
            return Optional.of(corrected("older"));
        });

        assertThat(kept.of(ONE, this::compose)).contains(corrected("newer"));
    }

    @Test
    void keepsThoseAskedForLast() {
        for (int i = 0; i <= KeptCorrections.MOST; i++) {
            kept.of(read(new UUID(1, i)), this::compose);
        }
        int before = composed.get();

        kept.of(read(new UUID(1, KeptCorrections.MOST)), this::compose);
        assertThat(composed).hasValue(before);
        kept.of(read(new UUID(1, 0)), this::compose);
        assertThat(composed).hasValue(before + 1);
    }
}
