package org.fiducial.web.schedule;

import static org.fiducial.facility.people.Permission.LOG;
import static org.fiducial.facility.people.Permission.MANAGE;
import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.web.page.Route.api;
import static org.fiducial.web.page.Route.file;
import static org.fiducial.web.page.Route.page;
import static org.fiducial.web.page.Route.sent;
import static org.fiducial.web.page.Route.table;

import java.util.List;
import org.fiducial.web.event.ReturnPages;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** Where plans, what they ask for and the letters about it are found. */
public final class ScheduleRoutes {

    private ScheduleRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(FacilityRecords records, Pages pages, Sources sources, ReturnPages returns) {
        HourPages hours = new HourPages(records, pages, sources);
        DuePages due = new DuePages(records, pages, returns, hours);
        PlanPages plans = new PlanPages(records, pages, sources);
        ScheduleApi api = new ScheduleApi(records);
        ReminderPages reminders = new ReminderPages(records, pages, sources.reminding());
        return List.of(
                page("/due", "what is overdue, due and due soon", READ, due::board),
                page("/due/calendar", "what is due in a month", READ, new CalendarPage(records, pages)::month),
                table("/due.csv", "what is due", due::table),
                file("/due.ics", "what is due, for calendars", READ, due::feed),
                table("/plans.csv", "all plans", api::table),
                page("/instruments/{slug}/new-plan", "a form that plans checks", MANAGE, plans::form),
                sent("/instruments/{slug}/new-plan", "adds the plan of the form", MANAGE, plans::add),
                page("/plans/{id}", "a plan with its history", READ, plans::one),
                sent("/plans/{id}", "changes the plan", MANAGE, plans::change),
                sent("/plans/{id}/end", "ends the plan", MANAGE, plans::end),
                api("/api/v1/due", "what is overdue, due and due soon", READ, api::due),
                api("/api/v1/schedules", "all plans", READ, api::plans),
                api("/api/v1/schedules/{id}", "all versions of a plan", READ, api::plan),
                page("/instruments/{slug}/hours", "what an hour counter showed", READ, hours::one),
                sent("/instruments/{slug}/hours", "enters what it shows", LOG, hours::add),
                table("/instruments/{slug}/hours.csv", "what an hour counter showed", hours::table),
                api("/api/v1/instruments/{slug}/hours", "what an hour counter showed", READ, hours::api),
                page("/reminders", "how reminders are sent, and what was", MANAGE, reminders::page),
                file("/reminders.csv", "the reminders that were sent, for spreadsheets", MANAGE, reminders::table),
                sent("/reminders/trial", "sends a letter that shows that it works", MANAGE, reminders::trial),
                api("/api/v1/reminders", "how reminders are sent, and what was", MANAGE, reminders::api));
    }
}
