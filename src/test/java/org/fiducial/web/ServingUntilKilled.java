package org.fiducial.web;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that serves a record until it is killed; it says its address first. */
final class ServingUntilKilled {

    private ServingUntilKilled() {}

    public static void main(String[] arguments) throws InterruptedException {
        RecordingServer server = new RecordingServer(Path.of(arguments[0]));
        System.out.println("serving " + server.home());
        new CountDownLatch(1).await();
    }
}
