package org.fiducial.store;

import java.util.Optional;

/** The promises of a record, in a file of the data folder. */
class SqliteRecordTest extends EvidenceContract {

    @Override
    Optional<String> url() {
        return Optional.empty();
    }
}
