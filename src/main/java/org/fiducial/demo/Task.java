package org.fiducial.demo;

import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Position;

/** What is measured in a check, and the state of the microscope it then finds. */
sealed interface Task {

    /** The protocol it is done by. */
    String protocol();

    /** The slug of the light path. */
    String path(Microscope microscope);

    /** What is typed with its files, by the name of the parameter. */
    Map<String, String> settings();

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
            return microscope.path(Microscope.Use.BEADS);
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("bead-kind", "point");
        }

        @Override
        public LocalTime startsAt(int daysBeforeEnd) {
            return LocalTime.of(9, 10).plusMinutes(daysBeforeEnd * 7L % 120);
        }
    }

    /**
     * The image of a uniform slide.
     *
     * @param rollOff what the corner farthest from the centre of the light lacks, as a share
     * @param u of the centre of the light, −1 to 1 from border to border
     * @param v of the centre of the light
     */
    record Field(double rollOff, double u, double v) implements Task {

        @Override
        public String protocol() {
            return "field-illumination";
        }

        @Override
        public String path(Microscope microscope) {
            return microscope.path(Microscope.Use.BEADS);
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public LocalTime startsAt(int daysBeforeEnd) {
            return LocalTime.of(11, 20).plusMinutes(daysBeforeEnd * 7L % 30);
        }
    }

    /**
     * A stack of beads that shine in two channels, too small to show their size.
     *
     * @param shift of the second channel against the first
     */
    record Colours(Position shift) implements Task {

        @Override
        public String protocol() {
            return "coregistration-beads";
        }

        @Override
        public String path(Microscope microscope) {
            return microscope.path(Microscope.Use.COLOURS);
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("bead-diameter", "100nm");
        }

        @Override
        public LocalTime startsAt(int daysBeforeEnd) {
            return LocalTime.of(12, 5).plusMinutes(daysBeforeEnd * 7L % 50);
        }
    }

    /**
     * What people look at and type.
     *
     * @param typed by field
     */
    record Entered(String protocol, Map<String, String> typed) implements Task {

        private static final List<String> IN_ORDER = List.of("incubator", "oil-on-objectives", "lamp-hours");

        public Entered {
            typed = Collections.unmodifiableMap(new LinkedHashMap<>(typed));
        }

        @Override
        public String path(Microscope microscope) {
            return microscope.pathOf(protocol);
        }

        @Override
        public Map<String, String> settings() {
            return typed;
        }

        @Override
        public LocalTime startsAt(int daysBeforeEnd) {
            return LocalTime.of(7, 40)
                    .plusMinutes(20L * IN_ORDER.indexOf(protocol))
                    .plusMinutes(daysBeforeEnd * 7L % 15);
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
            lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
        }

        @Override
        public String protocol() {
            return run.protocol();
        }

        @Override
        public String path(Microscope microscope) {
            return microscope.path(Microscope.Use.POWER);
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public LocalTime startsAt(int daysBeforeEnd) {
            return run.startsAt().plusMinutes(daysBeforeEnd * 7L % 15);
        }
    }
}
