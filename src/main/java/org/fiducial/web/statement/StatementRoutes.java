package org.fiducial.web.statement;

import static org.fiducial.facility.people.Permission.MANAGE;
import static org.fiducial.facility.people.Permission.PUBLIC;
import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.web.page.Route.api;
import static org.fiducial.web.page.Route.file;
import static org.fiducial.web.page.Route.page;
import static org.fiducial.web.page.Route.sent;
import static org.fiducial.web.page.Route.table;

import java.util.List;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** Where statements are asked for, found for good, proved and withdrawn. */
public final class StatementRoutes {

    private StatementRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(FacilityRecords records, Pages pages, Sources sources) {
        Issuing issuing = new Issuing(records, pages::templates, sources);
        StatementPages statements = new StatementPages(records, pages, sources, issuing);
        StatementList list = new StatementList(records, pages);
        VerifyPages verify = new VerifyPages(records, pages, sources, statements);
        return List.of(
                sent("/published/{token}/statements", "makes a QC statement", PUBLIC, statements::make),
                page("/statements", "the QC statements that were issued", READ, list::page),
                table("/statements.csv", "the QC statements that were issued", list::table),
                page("/statements/{token}", "a QC statement as it stood, and how it stands", PUBLIC, statements::one),
                file("/statements/{token}/record.json", "its record as it was issued", PUBLIC, statements::record),
                file("/statements/{token}/statement.pdf", "its PDF as it was issued", PUBLIC, statements::pdf),
                sent("/statements/{token}/withdraw", "withdraws a QC statement", MANAGE, statements::withdraw),
                page("/verify", "whether a QC statement is genuine", PUBLIC, verify::form),
                sent("/verify", "whether a PDF is that of a QC statement", PUBLIC, verify::file),
                api("/api/v1/statements", "the QC statements that were issued", READ, list::api),
                api("/api/v1/statements/{token}", "a QC statement and how it stands", PUBLIC, statements::api),
                api("/api/v1/verify", "whether a QC statement is genuine", PUBLIC, verify::api));
    }
}
