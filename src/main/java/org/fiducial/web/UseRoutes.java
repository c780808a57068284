package org.fiducial.web;

import static org.fiducial.facility.people.Permission.LOG;
import static org.fiducial.facility.people.Permission.MANAGE;
import static org.fiducial.facility.people.Permission.PUBLIC;
import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.web.Routes.page;
import static org.fiducial.web.Routes.sent;

import java.util.List;
import java.util.function.Function;
import org.fiducial.web.Route.Kind;

/** The addresses of lists of checks, of how instruments are used, their labels and the reminders about them. */
final class UseRoutes {

    private UseRoutes() {}

    static List<Route> ofUse(UptimePages uptime, HourPages hours) {
        return List.of(
                page("/uptime", "how much of the time instruments could be used", READ, uptime::all),
                new Route("/uptime.csv", "the same for spreadsheets", Kind.FILE, READ, uptime::table),
                page("/instruments/{slug}/uptime", "the same month by month", READ, uptime::one),
                new Route("/api/v1/uptime", "how much instruments could be used", Kind.API, READ, uptime::api),
                page("/instruments/{slug}/hours", "what an hour counter showed", READ, hours::one),
                sent("/instruments/{slug}/hours", "enters what it shows", LOG, hours::add),
                new Route(
                        "/api/v1/instruments/{slug}/hours", "what an hour counter showed", Kind.API, READ, hours::api));
    }

    static List<Route> ofLabels(LabelPages labels) {
        return List.of(
                page("/labels", "labels of all instruments to print", READ, labels::sheet),
                page("/instruments/{slug}/label", "a label to print", READ, labels::one),
                new Route("/instruments/{slug}/label.svg", "its QR code as a drawing", Kind.FILE, READ, labels::svg),
                new Route("/instruments/{slug}/label.png", "its QR code as a picture", Kind.FILE, READ, labels::png),
                page("/report/{token}", "where a label leads: reporting a problem", PUBLIC, labels::report));
    }

    static List<Route> ofReminders(ReminderPages reminders) {
        return List.of(
                page("/reminders", "how reminders are sent, and what was", MANAGE, reminders::page),
                sent("/reminders/trial", "sends a letter that shows that it works", MANAGE, reminders::trial),
                new Route(
                        "/api/v1/reminders", "how reminders are sent, and what was", Kind.API, MANAGE, reminders::api));
    }

    static List<Route> ofLists(CheckListPages lists, TrendPages trends) {
        return List.of(
                page("/instruments/{slug}/checks", "the checks of an instrument", READ, lists::list),
                table("/instruments/{slug}/checks.csv", "the checks of an instrument", lists::table),
                page("/instruments/{slug}/trends/{path}", "the numbers of a light path over time", READ, trends::one));
    }

    /** A list for spreadsheets. */
    static Route table(String path, String of, Function<Route.Request, Answer> answer) {
        return new Route(path, of + ", for spreadsheets", Kind.FILE, READ, answer);
    }
}
