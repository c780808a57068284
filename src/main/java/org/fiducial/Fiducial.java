package org.fiducial;

/** Composition root and entry point of the application. */
public final class Fiducial {

    private Fiducial() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(2);
    }
}
