package org.fiducial.web.schedule;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.schedule.Due;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Selectable;

/**
 * Which due days a list shows; an empty text leaves nothing out.
 *
 * @param instrument its name in addresses
 * @param protocol its id
 * @param person the name they are assigned to
 */
public record DueFilter(String instrument, String protocol, String person) {

    static DueFilter of(Route.Request request) {
        return new DueFilter(request.query("instrument"), request.query("protocol"), request.query("person"));
    }

    /** What may be chosen, from all that is due. */
    public record Choices(List<Selectable> instruments, List<Selectable> protocols, List<Selectable> people) {
        public Choices {
            instruments = List.copyOf(instruments);
            protocols = List.copyOf(protocols);
            people = List.copyOf(people);
        }
    }

    List<Due> of(List<Due> all) {
        return all.stream().filter(this::holds).toList();
    }

    private boolean holds(Due due) {
        return (instrument.isEmpty() || instrument.equals(due.path().instrumentSlug()))
                && (protocol.isEmpty() || protocol.equals(due.plan().subject().protocolId()))
                && (person.isEmpty() || person.equals(due.plan().work().assignedTo()));
    }

    static Choices choices(List<Due> all, Function<String, String> title) {
        return new Choices(
                distinct(all.stream()
                        .map(due -> new Selectable(
                                due.path().instrumentSlug(), due.path().instrument()))),
                distinct(all.stream()
                        .map(due -> due.plan().subject().protocolId())
                        .distinct()
                        .map(id -> new Selectable(id, title.apply(id)))),
                distinct(all.stream()
                        .map(due -> due.plan().work().assignedTo())
                        .filter(name -> !name.isEmpty())
                        .map(name -> new Selectable(name, name))));
    }

    private static List<Selectable> distinct(Stream<Selectable> choices) {
        return choices.distinct().sorted().toList();
    }

    /** With an order, as the query of an address. */
    String query(ListOrder order) {
        return order.at("", Map.of("instrument", instrument, "protocol", protocol, "person", person, "within", ""));
    }

    /** As the query of an address, with its question mark; empty where nothing is left out. */
    public String query() {
        String query = Stream.of(
                        "instrument=" + encoded(instrument),
                        "protocol=" + encoded(protocol),
                        "person=" + encoded(person))
                .filter(part -> !part.endsWith("="))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
