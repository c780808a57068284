package org.fiducial.web.check;

import java.nio.file.Path;
import java.time.Instant;

/** Where a draft is kept whenever something of it changes, so that it outlives browser and server. */
interface DraftKeeper {

    /** Keeps what was entered, whole or not at all. */
    void keep(Draft draft, Draft.Entered entered);

    /** How many folders of files a draft has. */
    int folders(Path folder);

    Instant now();
}
