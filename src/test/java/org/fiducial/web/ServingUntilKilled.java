package org.fiducial.web;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.people.Role;

/** A process that serves a record until it is killed; it says its address and a manager's token first. */
final class ServingUntilKilled {

    private ServingUntilKilled() {}

    public static void main(String[] arguments) throws InterruptedException {
        RecordingServer server = new RecordingServer(Path.of(arguments[0]));
        Account first = server.accounting().begin(Accounting.holder("ada", "Ada"), SampleAccounts.PASSWORD);
        String token = server.accounting().issue(first, "robot", Role.MANAGER).secret();
        System.out.println("serving " + server.home() + " " + token);
        new CountDownLatch(1).await();
    }
}
