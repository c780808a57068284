package org.fiducial.metrology.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.fiducial.metrology.protocol.Item.ItemIdentity;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** Items as JSON and back. */
final class ItemJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private ItemJson() {}

    static ObjectNode node(Item item, Digits digits) {
        ObjectNode node = NODES.objectNode();
        node.put("id", item.identity().id());
        node.put("kind", item.identity().kind());
        node.put("channel", item.identity().channel());
        node.put("input", item.identity().input());
        node.put("status", JsonWords.word(item.status()));
        ArrayNode reasons = node.putArray("reasons");
        item.reasons().forEach(reason -> reasons.add(node(reason, digits)));
        ObjectNode values = node.putObject("values");
        item.values().forEach((key, estimate) -> values.set(key, node(estimate, digits)));
        return node;
    }

    private static ObjectNode node(Reason reason, Digits digits) {
        ObjectNode node = NODES.objectNode();
        node.put("code", reason.code());
        Optional<Unit> unit = reason.value().or(reason::limit).map(Quantity::unit);
        unit.ifPresent(common -> {
            reason.value().ifPresent(value -> node.set("value", digits.node(value.value())));
            reason.limit().ifPresent(limit -> node.set("limit", digits.node(limit.valueIn(common))));
            node.put("unit", common.code());
        });
        return node;
    }

    private static ObjectNode node(Estimate estimate, Digits digits) {
        ObjectNode node = NODES.objectNode();
        node.set("value", digits.node(estimate.quantity().value()));
        node.put("unit", estimate.quantity().unit().code());
        estimate.standardUncertainty().ifPresent(u -> node.set("u", digits.node(u)));
        return node;
    }

    static Item read(JsonFields json) {
        return new Item(
                new ItemIdentity(json.text("id"), json.text("kind"), json.count("channel"), json.text("input")),
                json.word("status", ItemStatus.class),
                json.list("reasons", ItemJson::reason),
                json.map("values", ItemJson::estimate));
    }

    private static Reason reason(JsonFields json) {
        return new Reason(json.text("code"), quantity(json, "value"), quantity(json, "limit"));
    }

    private static Optional<Quantity> quantity(JsonFields json, String name) {
        return json.has(name) ? Optional.of(json.quantity(name, "unit")) : Optional.empty();
    }

    private static Estimate estimate(JsonFields json) {
        return new Estimate(json.quantity("value", "unit"), json.optionalNumber("u"));
    }
}
