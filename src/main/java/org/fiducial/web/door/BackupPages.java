package org.fiducial.web.door;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The page that gives an administrator a backup, and the backup itself. */
public final class BackupPages {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("'fiducial-'yyyyMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final AtomicBoolean underWay = new AtomicBoolean();

    public BackupPages(FacilityRecords records, Pages pages, Sources sources) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
    }

    Answer page(Route.Request request) {
        return pages.page("account-backup.html", pages.texts().text("backup.title"), Map.of());
    }

    /** One at a time: each reads the whole record. */
    Answer take(Route.Request request) {
        String name = STAMP.format(records.clock().instant());
        return new Answer.Streamed(name, "application/zip", out -> {
            if (!underWay.compareAndSet(false, true)) {
                throw new UnusableInputException(pages.texts().text("backup.busy"));
            }
            try {
                sources.copy().writeTo(out);
            } finally {
                underWay.set(false);
            }
        });
    }
}
