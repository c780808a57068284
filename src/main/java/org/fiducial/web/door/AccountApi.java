package org.fiducial.web.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.people.Role;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** Accounts for machines; never a password or a token, not even as a hash. */
public final class AccountApi {

    private static final List<String> HEADINGS =
            List.of("account", "version", "login", "name", "roles", "standing", "entered at", "entered by", "reason");

    private final Accounting accounting;
    private final ObjectMapper json = new ObjectMapper();

    public AccountApi(Accounting accounting) {
        this.accounting = accounting;
    }

    /** The newest version of every account. */
    Answer all(Route.Request request) {
        ObjectNode node = json.createObjectNode();
        ArrayNode all = node.putArray("accounts");
        accounting.accounts().newest().forEach(account -> fill(all.addObject(), account));
        return answer(node);
    }

    /** The same for spreadsheets. */
    Answer table(Route.Request request) {
        StringBuilder out = CsvLine.table(HEADINGS);
        accounting
                .accounts()
                .newest()
                .forEach(account -> CsvLine.append(
                        out,
                        List.of(
                                account.version().accountId().toString(),
                                String.valueOf(account.version().number()),
                                account.holder().login(),
                                account.holder().name(),
                                account.roles().stream()
                                        .sorted()
                                        .map(Role::word)
                                        .collect(Collectors.joining(" ")),
                                account.isActive() ? "active" : "closed",
                                account.entry().at().toString(),
                                account.entry().by(),
                                account.entry().reason())));
        return CsvLine.download("accounts.csv", out);
    }

    /** An account with its history, oldest first. */
    Answer one(Route.Request request) {
        List<Account> versions = FacilityRecords.uuid(request.path("id"))
                .map(accounting.accounts()::versions)
                .orElse(List.of());
        if (versions.isEmpty()) {
            return new Answer.Nothing();
        }
        ObjectNode node = json.createObjectNode();
        ArrayNode all = node.putArray("versions");
        versions.forEach(version -> fill(all.addObject(), version));
        return answer(node);
    }

    /** The account of who asks, with its tokens. */
    Answer own(Route.Request request) {
        return request.caller()
                .account()
                .map(account -> {
                    ObjectNode node = json.createObjectNode();
                    fill(node, account);
                    accounting.accounts().wish(account.version().accountId()).ifPresent(wish -> node.putObject(
                                    "reminders")
                            .put("when", wish.frequency().word())
                            .put("address", wish.letter().address())
                            .put("assigned_only", wish.letter().assignedOnly())
                            .put("language", wish.letter().language()));
                    ArrayNode tokens = node.putArray("tokens");
                    accounting.accounts().tokens(account.version().accountId()).forEach(token -> tokens.addObject()
                            .put("id", token.id().toString())
                            .put("name", token.name())
                            .put("role", token.role().word())
                            .put("entered_at", token.entry().at().toString()));
                    return answer(node);
                })
                .orElseGet(Answer.Nothing::new);
    }

    private static void fill(ObjectNode node, Account account) {
        node.put("id", account.version().accountId().toString())
                .put("version", account.version().number())
                .put("login", account.holder().login())
                .put("name", account.holder().name())
                .put("active", account.isActive())
                .put("entered_at", account.entry().at().toString())
                .put("by", account.entry().by())
                .put("reason", account.entry().reason());
        ArrayNode roles = node.putArray("roles");
        account.roles().stream().sorted().forEach(role -> roles.add(role.word()));
    }

    private static Answer answer(ObjectNode node) {
        return Answer.Content.json(node.toString().getBytes(StandardCharsets.UTF_8));
    }
}
