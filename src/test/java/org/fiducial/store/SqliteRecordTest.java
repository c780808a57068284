package org.fiducial.store;

import java.util.Optional;

/** The promises of a record, in a file of the data folder. */
class SqliteRecordTest extends VerificationContract {

    @Override
    Optional<String> url() {
        return Optional.empty();
    }
}
