package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.UUID;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publication;
import org.fiducial.facility.publication.Publicity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who sends more than is taken reads why: the server reads what is sent to its end, holds none of it, and answers. A server that
 * answered at once and closed the connection would make the sending fail instead.
 */
class RefusedUploadTest {

    private static final String PASSWORD = "copper lantern seven";

    /** A little more than 256 MB, than twelve files of 25 MB, and than an OME-TIFF of 2 GB. */
    private static final long IMAGE = 270L << 20;

    private static final long ATTACHMENTS = 301_000_000;
    private static final long IMPORT = 2_001_000_000;

    private final RecordingServer server;
    private final Instrument lsm;

    RefusedUploadTest(@TempDir Path folder) {
        server = new RecordingServer(folder.resolve("data"));
        server.accounting().begin(Accounting.holder("ada", "Ada"), PASSWORD);
        lsm = server.store().instruments().bySlug("lsm-1").orElseThrow();
        server.store()
                .publicities()
                .add(new Publicity(
                        new UUID(5, 1),
                        Publication.subject(lsm),
                        new Publicity.Terms(
                                Publicity.Standing.PUBLISHED, EnumSet.allOf(Publicity.Field.class), "core@example.org"),
                        new Entry("Ada", RecordingServer.NOW, "as agreed")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> send(String path, long bytes) throws Exception {
        return server.send(
                path, BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Zeros(bytes)), bytes));
    }

    @Test
    void anImageForAMethodsSection() throws Exception {
        HttpResponse<String> answer = send("/published/" + InstrumentToken.of(lsm) + "/methods", IMAGE);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("The image has more than 256 MB");
    }

    @Test
    void filesOfAnInstrument() throws Exception {
        server.signIn("ada", PASSWORD);

        HttpResponse<String> answer = send("/instruments/lsm-1/files", ATTACHMENTS);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("That is more than can be attached at once; a file has at most 25 MB.");
    }

    @Test
    void anInstrumentToTakeOver() throws Exception {
        server.signIn("ada", PASSWORD);

        HttpResponse<String> answer = send("/import-instrument", IMPORT);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("The file is too large to hold an instrument");
    }
}
