package org.fiducial.web.publication;

import static org.fiducial.facility.people.Permission.MANAGE;
import static org.fiducial.facility.people.Permission.PUBLIC;
import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.web.page.Route.api;
import static org.fiducial.web.page.Route.file;
import static org.fiducial.web.page.Route.page;
import static org.fiducial.web.page.Route.sent;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.fiducial.web.methods.ImageDrop;
import org.fiducial.web.methods.TakenAlong;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** Where strangers find what is public, and where managers say what is. */
public final class PublicationRoutes {

    /** Nothing but what is published is for those who search the web. */
    private static final String ROBOTS = "User-agent: *\nAllow: /published\nDisallow: /\n";

    private PublicationRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(FacilityRecords records, Pages pages, Sources sources, ImageDrop drop) {
        return Stream.of(forStrangers(records, pages, sources, drop), forStaff(records, pages, sources))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> forStrangers(FacilityRecords records, Pages pages, Sources sources, ImageDrop drop) {
        PublicInstruments instruments = new PublicInstruments(records);
        Journeys journeys = new Journeys(records, pages);
        PublishedPage published = new PublishedPage(
                instruments, journeys, pages, drop, new TakenAlong.Desk(records, sources.settings(), pages));
        return List.of(
                page(
                        "/instruments/{slug}/paper",
                        "the state of an instrument on the days somebody imaged",
                        READ,
                        published::forStaff),
                api(
                        "/api/v1/published/{token}",
                        "what is public of the state of an instrument on some days",
                        PUBLIC,
                        new JourneyApi(instruments, journeys)::answer),
                page(
                        "/published",
                        "the instruments everybody may know of",
                        PUBLIC,
                        new PublishedListPage(instruments, pages)::page),
                page("/published/{token}", "what is public of an instrument", PUBLIC, published::page),
                sent(
                        "/published/{token}",
                        "what is public of an instrument, with what an image says",
                        PUBLIC,
                        published::sent),
                page(
                        "/published/{token}/screen",
                        "the state of an instrument for a tablet at its door",
                        PUBLIC,
                        new ScreenPage(instruments, records, pages, sources)::page),
                page(
                        "/published/{token}/badge.svg",
                        "the state of an instrument for pages elsewhere",
                        PUBLIC,
                        new BadgePages(instruments, pages)::badge),
                page(
                        "/robots.txt",
                        "what search engines may read",
                        PUBLIC,
                        request -> new Answer.Content(
                                "text/plain; charset=utf-8", ROBOTS.getBytes(StandardCharsets.US_ASCII), false)));
    }

    private static List<Route> forStaff(FacilityRecords records, Pages pages, Sources sources) {
        PublicityPages publicity = new PublicityPages(records, pages, sources);
        SignPages signs = new SignPages(records, pages, sources);
        PublicityApi api = new PublicityApi(records);
        String ofInstrument = "/instruments/{slug}/publicity";
        return List.of(
                page("/publicity", "what strangers may see of all instruments", MANAGE, publicity::facility),
                sent("/publicity", "says what strangers may see", MANAGE, publicity::setFacility),
                page(ofInstrument, "what strangers may see of an instrument", MANAGE, publicity::instrument),
                sent(ofInstrument, "says what strangers may see of an instrument", MANAGE, publicity::setInstrument),
                file("/instruments/{slug}/door-sign.pdf", "a sign for its door", READ, signs::sign),
                file("/instruments/{slug}/label.pdf", "a label for its stand", READ, signs::label),
                api("/api/v1/publicity", "what strangers may see", READ, api::facility),
                api("/api/v1" + ofInstrument, "what strangers may see of an instrument", READ, api::instrument));
    }
}
