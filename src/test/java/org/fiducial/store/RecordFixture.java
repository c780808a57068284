package org.fiducial.store;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An open record with one instrument, in whatever database a test says. */
abstract class RecordFixture {

    SampleRecord record;
    Path temporary;
    Store store;

    /** The database the record of this test is in; empty for the file in the data folder. */
    abstract Optional<String> url();

    @BeforeEach
    void setUp(@TempDir Path folder) {
        temporary = folder;
        record = new SampleRecord(folder, url());
        store = record.open();
        record.addInstrument(store);
    }

    @AfterEach
    void close() {
        store.close();
    }
}
