package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A list as a command prints it: lines for people, or JSON for a machine. */
final class Printout {

    private final Terminal terminal;
    private final boolean json;
    private final String nothing;
    private final ArrayNode nodes = Json.array();
    private final List<String> lines = new ArrayList<>();

    /**
     * An empty list.
     *
     * @param nothing what people read where nothing was added
     */
    Printout(Terminal terminal, boolean json, String nothing) {
        this.terminal = terminal;
        this.json = json;
        this.nothing = nothing;
    }

    /** Adds an entry; gives its object for a machine to be filled. */
    ObjectNode add(String line) {
        lines.add(line);
        return nodes.addObject();
    }

    /** Adds a line about the entry before. */
    void below(String line) {
        lines.add(line);
    }

    void print() {
        if (json) {
            terminal.out().println(Json.text(nodes));
        } else if (lines.isEmpty()) {
            terminal.out().println(nothing);
        } else {
            lines.forEach(terminal.out()::println);
        }
        terminal.out().flush();
    }
}
