package org.fiducial.web.registry;

import static org.fiducial.facility.people.Permission.MANAGE;
import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.web.page.Route.api;
import static org.fiducial.web.page.Route.page;
import static org.fiducial.web.page.Route.sent;
import static org.fiducial.web.page.Route.table;

import java.util.List;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** Where instruments, their parts and their light paths are found and entered. */
public final class RegistryRoutes {

    private RegistryRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(FacilityRecords records, Pages pages, Sources sources) {
        RegistryEditor editor = new RegistryEditor(records, pages, sources);
        InstrumentExtras extras = new InstrumentExtras(records, pages, sources, editor);
        RegistryPages registry = new RegistryPages(records, pages, sources, editor, extras);
        ImportPages imports = new ImportPages(records, pages, sources, editor);
        ComponentList allComponents = new ComponentList(records, pages, editor.fields());
        ComponentPages components = new ComponentPages(records, pages, sources, editor, allComponents);
        RegistryApi api = new RegistryApi(records, allComponents);
        RegistryListPage list = new RegistryListPage(records, pages);
        NewComponentPage newComponent = new NewComponentPage(records, pages, sources, editor);
        NewInstrumentPage newInstrument = new NewInstrumentPage(records, pages, sources);
        return List.of(
                page("/new-instrument", "a form that adds an instrument", MANAGE, newInstrument::form),
                sent("/new-instrument", "adds the instrument of the form", MANAGE, newInstrument::add),
                page("/components", "all components and where they are", READ, allComponents::list),
                table("/components.csv", "all components", allComponents::table),
                page("/components/{id}", "a component with its life", READ, components::one),
                page("/components/{id}/edit", "a form that changes a component", MANAGE, components::edit),
                sent("/components/{id}/edit", "changes a component", MANAGE, components::change),
                sent("/components/{id}/move", "moves a component", MANAGE, components::move),
                page("/import-instrument", "a form that takes an instrument over", MANAGE, imports::form),
                sent("/import-instrument", "shows what would be taken over, and adds it", MANAGE, imports::sent),
                sent("/instruments/{slug}/software", "enters what runs on it", MANAGE, registry::install),
                sent("/instruments/{slug}/files", "keeps photos and documents", MANAGE, registry::attach),
                page("/instruments/{slug}/files/{file}", "a photo or document", READ, extras::file),
                page("/instruments/{slug}/files/{file}/small", "a photo in small", READ, extras::small),
                sent("/instruments/{slug}/files/{file}/remove", "takes a file away", MANAGE, registry::detach),
                page("/registry", "all instruments with make, place and dates", READ, list::list),
                table("/registry.csv", "all instruments", list::table),
                page("/instruments/{slug}/registry", "everything known of an instrument", READ, registry::one),
                page("/instruments/{slug}/edit", "a form that changes it", MANAGE, registry::edit),
                sent("/instruments/{slug}/edit", "changes it", MANAGE, registry::change),
                sent("/instruments/{slug}/service", "out of service or back", MANAGE, registry::decommission),
                page("/instruments/{slug}/paths/{path}", "a form that changes it", MANAGE, registry::editPath),
                sent("/instruments/{slug}/paths/{path}", "changes a light path", MANAGE, registry::changePath),
                sent("/instruments/{slug}/paths/{path}/service", "retires it or back", MANAGE, registry::retire),
                page("/instruments/{slug}/new-path", "a form that adds a light path", MANAGE, registry::newPath),
                sent("/instruments/{slug}/new-path", "adds a light path", MANAGE, registry::addPath),
                page("/instruments/{slug}/new-component", "a form that adds a part", MANAGE, newComponent::form),
                sent("/instruments/{slug}/new-component", "adds a part", MANAGE, newComponent::add),
                api("/api/v1/instruments/{slug}/registry", "everything known of an instrument", READ, api::instrument),
                api("/api/v1/components", "all components", READ, api::components),
                api("/api/v1/components/{id}", "a component with its life", READ, api::component));
    }
}
