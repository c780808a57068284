package org.fiducial.demo;

import java.time.LocalTime;
import java.util.Map;
import org.fiducial.metrology.simulation.Aberration;

/** What is measured in a check, and the state of the microscope it then finds. */
sealed interface Task {

    /** The protocol it is done by. */
    String protocol();

    /** The slug of the light path. */
    String path(Microscope microscope);

    /** When on a day it begins; no two tasks of a microscope begin together. */
    LocalTime startsAt(int daysBeforeEnd);

    /**
     * A stack of beads.
     *
     * @param aberration of the objective on that day
     */
    record Beads(Aberration aberration) implements Task {

        @Override
        public String protocol() {
            return "psf-beads";
        }

        @Override
        public String path(Microscope microscope) {
            return microscope.beadPath();
        }

        @Override
        public LocalTime startsAt(int daysBeforeEnd) {
            return LocalTime.of(9, 10).plusMinutes(daysBeforeEnd * 7L % 120);
        }
    }

    /**
     * The power of the light source.
     *
     * @param run which series of readings
     * @param lines how each line is on that day
     */
    record Power(PowerRun run, Map<Line, LineState> lines) implements Task {

        public Power {
            lines = Map.copyOf(lines);
        }

        @Override
        public String protocol() {
            return run.protocol();
        }

        @Override
        public String path(Microscope microscope) {
            return microscope.powerPath();
        }

        @Override
        public LocalTime startsAt(int daysBeforeEnd) {
            return run.startsAt().plusMinutes(daysBeforeEnd * 7L % 15);
        }
    }
}
