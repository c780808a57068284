package org.fiducial.web.records;

import org.fiducial.facility.audit.AuditBook;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.facility.check.Moves;
import org.fiducial.facility.check.Reviews;
import org.fiducial.facility.form.OwnProtocols;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.publication.Publicities;
import org.fiducial.facility.publication.Statements;
import org.fiducial.facility.schedule.Schedule;
import org.fiducial.facility.service.Events;

/**
 * The record, as pages read and write it.
 *
 * @param instruments facilities, instruments and their light paths
 * @param books checks, the things measured with, and how tables are read
 * @param schedule the plans
 * @param events what happened to instruments
 * @param reviews what people said of checks
 * @param moves checks that were put under the right light path
 * @param ownProtocols the protocols the facility made itself
 * @param publicities what strangers may see
 * @param statements the QC statements that were issued
 * @param accounting who may do what
 * @param audit who did what
 */
public record Ledgers(
        Instruments instruments,
        CheckRecorder.Books books,
        Schedule schedule,
        Events events,
        Reviews reviews,
        Moves moves,
        OwnProtocols ownProtocols,
        Publicities publicities,
        Statements statements,
        Accounting accounting,
        AuditBook audit) {}
