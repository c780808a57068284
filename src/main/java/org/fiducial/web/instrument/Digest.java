package org.fiducial.web.instrument;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.Accounts;
import org.fiducial.facility.people.ReminderWish;
import org.fiducial.facility.schedule.Due;
import org.fiducial.facility.status.Level;
import org.fiducial.mail.Reminding;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.report.Templates;
import org.fiducial.settings.Reminders;
import org.fiducial.web.event.ReturnPages;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.DueRow;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.records.Ledgers;
import org.fiducial.web.schedule.WorkWeek;

/** What reminders say: Monday's page and the due board as a letter, from the same lists. */
public final class Digest implements Reminding.Composer {

    private final FacilityRecords records;
    private final Sources sources;
    private final Function<Locale, Templates> templates;

    /**
     * Letters about a record.
     *
     * @param templates those of a language
     */
    public Digest(Ledgers ledgers, Catalogue catalogue, Sources sources, Function<Locale, Templates> templates) {
        this.records = new FacilityRecords(ledgers, catalogue, sources.clock());
        this.sources = sources;
        this.templates = templates;
    }

    /** What holders of open accounts want to be told. */
    public static List<Reminders.Recipient> said(Accounts accounts) {
        return accounts.newest().stream()
                .filter(Account::isActive)
                .flatMap(account -> accounts.wish(account.version().accountId()).stream()
                        .filter(wish -> wish.frequency() == ReminderWish.Frequency.NEVER
                                || !wish.letter().address().isEmpty())
                        .map(wish -> new Reminders.Recipient(
                                account.holder().name(),
                                wish.letter().address(),
                                wish.letter().assignedOnly(),
                                Reminders.Frequency.valueOf(wish.frequency().name()),
                                Optional.of(wish.letter().language())
                                        .filter(language -> !language.isEmpty())
                                        .map(Locale::forLanguageTag))))
                .toList();
    }

    @Override
    public Optional<Reminding.Text> digest(Reminders.Recipient recipient, boolean evenWithoutNews) {
        return letter(recipient, found -> found.news() || evenWithoutNews);
    }

    /** Overdue checks, and instruments that must not be used. */
    @Override
    public Optional<Reminding.Text> urgent(Reminders.Recipient recipient) {
        return letter(recipient, Found::urgent);
    }

    private record Found(boolean news, boolean urgent) {}

    private Optional<Reminding.Text> letter(Reminders.Recipient recipient, Predicate<Found> worthIt) {
        LocalDate today = records.today();
        LocalDate monday = WorkWeek.monday(today).plusWeeks(1);
        List<Due> due = records.due(today).stream()
                .filter(each -> !recipient.assignedOnly()
                        || each.plan().work().assignedTo().equals(recipient.name()))
                .toList();
        List<Due> overdue = due.stream()
                .filter(each -> each.standing() == Due.Standing.OVERDUE)
                .toList();
        List<Due> week = due.stream()
                .filter(each ->
                        each.standing() != Due.Standing.OVERDUE && each.day().isBefore(monday))
                .toList();
        Pages pages = pages(recipient.language());
        HomePage.Monday home = new HomePage(records, pages, new ReturnPages(records, pages, sources))
                .monday(Integer.MAX_VALUE, ListOrder.asItComes());
        List<HomePage.Row> wrong = home.rows().stream()
                .filter(row -> row.urgency() < Level.FINE.urgency())
                .toList();
        boolean news = !overdue.isEmpty()
                || !week.isEmpty()
                || (!recipient.assignedOnly()
                        && (!wrong.isEmpty()
                                || !home.open().isEmpty()
                                || !home.expiring().isEmpty()));
        boolean all = !recipient.assignedOnly();
        boolean urgent = !overdue.isEmpty()
                || (all && wrong.stream().anyMatch(row -> row.urgency() == Level.DO_NOT_USE.urgency()));
        if (!worthIt.test(new Found(news, urgent))) {
            return Optional.empty();
        }
        Map<String, Object> values = values(pages, recipient.name(), today);
        values.put("wrong", all ? wrong : List.of());
        values.put("open", all ? home.open() : List.of());
        values.put("expiring", all ? home.expiring() : List.of());
        values.put("overdue", rows(overdue, pages));
        values.put("due", rows(week, pages));
        values.put("news", news);
        String subject = news
                ? pages.texts().text("digest.subject", records.facilityName(), overdue.size(), week.size())
                : pages.texts().text("digest.subject.none", records.facilityName());
        return Optional.of(letter(pages, "digest", subject, values));
    }

    @Override
    public Optional<Reminding.Text> escalation(int afterDays) {
        LocalDate today = records.today();
        List<Due> late = records.due(today).stream()
                .filter(each -> each.standing() == Due.Standing.OVERDUE)
                .filter(each -> each.closes().plusDays(afterDays).isBefore(today))
                .toList();
        if (late.isEmpty()) {
            return Optional.empty();
        }
        Pages pages = pages();
        Map<String, Object> values = values(pages, "", today);
        values.put("overdue", rows(late, pages));
        values.put("days", afterDays);
        String subject =
                pages.texts().text("digest.escalation.subject", records.facilityName(), late.size(), afterDays);
        return Optional.of(letter(pages, "escalation", subject, values));
    }

    @Override
    public Reminding.Text trial() {
        Pages pages = pages();
        Map<String, Object> values = values(pages, "", records.today());
        return letter(pages, "trial", pages.texts().text("digest.trial.subject", records.facilityName()), values);
    }

    private Pages pages() {
        return pages(Optional.empty());
    }

    private Pages pages(Optional<Locale> wished) {
        Locale language = wished.or(() -> sources.settings().get().reminders().map(reminders -> reminders
                        .when()
                        .language()))
                .orElse(Locale.UK);
        return new Pages(templates.apply(language), records);
    }

    private Map<String, Object> values(Pages pages, String name, LocalDate today) {
        Map<String, Object> values = new HashMap<>();
        values.put("facility", records.facilityName());
        values.put("name", name);
        values.put("day", new Days(records.instruments().zone(), pages.texts().locale()).day(today));
        values.put("home", base().orElse(""));
        return values;
    }

    /** Without a slash at its end; empty where nobody said at which address the pages are. */
    private Optional<String> base() {
        return sources.settings().get().publicUrl().map(URI::toString).map(url -> url.replaceFirst("/$", ""));
    }

    private List<DueRow> rows(List<Due> due, Pages pages) {
        Days days = new Days(records.instruments().zone(), pages.texts().locale());
        return due.stream()
                .map(each -> DueRow.of(each, days, records::protocolTitle, pages.texts()))
                .toList();
    }

    private static Reminding.Text letter(Pages pages, String template, String subject, Map<String, Object> values) {
        String line = Stream.of(subject.split("\\p{Cntrl}+")).reduce("", (one, other) -> (one + " " + other).strip());
        values.put("title", line);
        return new Reminding.Text(
                line,
                pages.letter("mail/" + template + ".txt", values),
                pages.letter("mail/" + template + ".html", values));
    }
}
