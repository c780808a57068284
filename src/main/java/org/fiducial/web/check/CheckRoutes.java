package org.fiducial.web.check;

import static org.fiducial.facility.people.Permission.MEASURE;
import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.facility.people.Permission.REVIEW;
import static org.fiducial.web.page.Route.api;
import static org.fiducial.web.page.Route.file;
import static org.fiducial.web.page.Route.page;
import static org.fiducial.web.page.Route.sent;
import static org.fiducial.web.page.Route.table;

import java.util.List;
import org.fiducial.report.FigureRenderer;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** Where checks are found and done. */
public final class CheckRoutes {

    private CheckRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(
            FacilityRecords records,
            Pages pages,
            Sources sources,
            Drafts drafts,
            CheckListPages lists,
            FigureRenderer renderer) {
        MovePages moves = new MovePages(records, pages, sources);
        CheckPages checks = new CheckPages(records, pages, moves, renderer);
        NewCheckPages form = new NewCheckPages(records, pages, drafts, sources.demonstration());
        DraftPages draft = new DraftPages(records, pages, drafts, form, renderer);
        UploadPages uploads = new UploadPages(drafts);
        ProgressPages progress = new ProgressPages(records, pages, drafts);
        return List.of(
                page("/checks/{id}", "a check", READ, checks::one),
                page("/checks/{id}/items/{item}", "a bead of a check", READ, checks::item),
                file("/checks/{id}/figures/{file}", "a picture of a check as PNG or SVG", READ, checks::figure),
                file("/checks/{id}/result.json", "the result of a check", READ, checks::result),
                file("/checks/{id}/report.pdf", "the report of a check", READ, checks::pdf),
                file("/checks/{id}/items.csv", "the beads of a check", READ, checks::items),
                page("/instruments/{slug}/checks", "the checks of an instrument", READ, lists::list),
                table("/instruments/{slug}/checks.csv", "the checks of an instrument", lists::table),
                page("/checks/{id}/inputs/{hash}", "a photo of a check", READ, checks::photo),
                page("/checks/{id}/move", "a form that moves a check to another light path", REVIEW, moves::form),
                sent("/checks/{id}/move", "moves the check", REVIEW, moves::move),
                page("/new-checks", "checks in progress", MEASURE, progress::list),
                sent("/instruments/{slug}/new-draft", "begins a check that is kept", MEASURE, form::draft),
                page("/new-checks/{id}/upload", "how much of a file arrived", MEASURE, uploads::arrived),
                sent("/new-checks/{id}/upload", "takes the next piece of a file", MEASURE, uploads::take),
                sent("/new-checks/{id}/save", "keeps what is typed, and judges it", MEASURE, progress::save),
                api("/api/v1/new-checks", "checks in progress", MEASURE, progress::api),
                page("/instruments/{slug}/new-check", "a form that begins a check", MEASURE, form::form),
                sent("/instruments/{slug}/new-check", "analyses the files of the form", MEASURE, form::begin),
                page("/new-checks/{id}", "a check that is not yet in the record", MEASURE, draft::one),
                page("/new-checks/{id}/figures/{file}", "a picture of its result", MEASURE, draft::figure),
                page("/new-checks/{id}/state.json", "how far its analysis is", MEASURE, draft::state),
                api("/api/v1/new-checks/{id}", "how far its analysis is", MEASURE, draft::state),
                sent("/new-checks/{id}", "answers a question of the analysis", MEASURE, draft::goOn),
                sent("/new-checks/{id}/cancel", "stops the analysis", MEASURE, draft::cancel),
                sent("/new-checks/{id}/record", "puts the check into the record", MEASURE, draft::record),
                sent("/new-checks/{id}/discard", "removes its files", MEASURE, draft::discard));
    }
}
