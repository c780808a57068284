package org.fiducial.web;

import java.util.List;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.report.Templates;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.Ledgers;

/** The addresses a server answers to those who read, for benchmarks that must not forget one. */
public final class RouteTable {

    private RouteTable() {}

    /** An address with parameters in braces, and whether it is a page, a file or of the API. */
    public record Address(String path, String kind) {}

    /** Every address that is read. */
    public static List<Address> of(Ledgers ledgers, Catalogue catalogue, Sources sources, Templates templates) {
        return new WebServer(ledgers, catalogue, sources, templates, WebServer.Address.local(0))
                .routes().stream()
                        .filter(route -> route.method() == Route.Method.GET)
                        .map(route -> new Address(
                                route.path(),
                                route.path().matches(".*\\.(csv|ics|pdf)") || route.kind() == Route.Kind.FILE
                                        ? "file"
                                        : route.kind() == Route.Kind.API ? "api" : "page"))
                        .toList();
    }
}
