package org.fiducial.web.page;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.people.Permission;
import org.fiducial.report.AnalysisReport;
import org.fiducial.report.DoorSign;
import org.fiducial.report.FigureRenderer;
import org.fiducial.report.PaperForm;
import org.fiducial.report.Templates;
import org.fiducial.report.Texts;
import org.fiducial.web.records.FacilityRecords;

/** Fills page templates with what all pages share. */
public final class Pages {

    private static final String LANGUAGE = "language";
    private static final String TONGUE = "tongue";

    private final Templates templates;
    private final FacilityRecords records;
    /** The templates of languages pages were asked for in, besides the facility's own. */
    private final Map<PageLanguage, Templates> others = new ConcurrentHashMap<>();
    /** How far a record that is being filled is; nothing most of the time. */
    private volatile Optional<Filling> filling = Optional.empty();

    public Pages(Templates templates, FacilityRecords records) {
        this.templates = templates;
        this.records = records;
    }

    private record Filling(int done, int of) {}

    /** Says on every page how many checks of a record that is being filled are there; nothing once all are. */
    public void filling(int done, int of) {
        filling = done < of ? Optional.of(new Filling(done, of)) : Optional.empty();
    }

    public Texts texts() {
        return templates.texts();
    }

    /** The texts of a language. */
    public Texts texts(PageLanguage language) {
        return templates(language).texts();
    }

    /** The templates of a language; English ones are those of the facility. */
    public Templates templates(PageLanguage language) {
        return language == PageLanguage.ENGLISH
                ? templates
                : others.computeIfAbsent(language, each -> templates.in(Texts.of(each.locale())));
    }

    /** A page in the language a request asks for, whose links to other pages of many languages keep it. */
    public Answer page(Route.Request request, String template, String title, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(LANGUAGE, PageLanguage.of(request).tag());
        all.put(TONGUE, PageLanguage.kept(request));
        return page(template, title, all);
    }

    /** A page in a language. */
    public Answer.Page page(PageLanguage language, String template, String title, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(LANGUAGE, language.tag());
        return new Answer.Page(template, title, all);
    }

    /** A text of the templates that a facility may edit, for instance {@code checklists/figures.yaml}. */
    public Optional<String> text(String name) {
        return templates.file(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The same as it comes with the product, whatever the facility made of it. */
    public Optional<String> shippedText(String name) {
        return templates.shipped(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    public Answer page(String template, String title, Map<String, Object> values) {
        return new Answer.Page(template, title, values);
    }

    /** The page as somebody sees it. */
    public String fill(Answer.Page page, Caller caller) {
        String template = page.template();
        String title = page.title();
        Map<String, Object> values = page.values();
        Map<String, Object> all = new HashMap<>(values);
        all.putIfAbsent(LANGUAGE, PageLanguage.ENGLISH.tag());
        all.putIfAbsent(TONGUE, "");
        all.put("title", title);
        all.put("section", section(template));
        all.put("facility", records.facilityName());
        boolean reads = !section(template).isEmpty() && caller.may(Permission.READ, Facility.Kind.HOME);
        all.put("reads", reads);
        all.put("waiting", reads ? records.toReview().size() : 0);
        all.put("person", caller.name());
        all.put("stranger", caller instanceof Caller.Stranger);
        all.put("deciding", caller.may(Permission.MANAGE, Facility.Kind.HOME));
        all.put("accounting", caller.may(Permission.ACCOUNTS, Facility.Kind.HOME));
        all.put("unguarded", caller instanceof Caller.Anybody && template.equals("home.html"));
        PageLanguage language =
                PageLanguage.tagged(String.valueOf(all.get(LANGUAGE))).orElse(PageLanguage.ENGLISH);
        all.put(
                "notice",
                filling.map(each -> texts(language).text("filling", each.done(), each.of()))
                        .orElse(""));
        return templates(language).fill("pages/" + template, all);
    }

    /** The heading of the menu a page stands under; none for messages. */
    private static String section(String template) {
        if (template.startsWith("failure") || template.startsWith("account")) {
            return "";
        }
        if (template.startsWith("audit")) {
            return "audit";
        }
        if (template.startsWith("kit") || template.startsWith("recall")) {
            return "kit";
        }
        if (template.startsWith("review")) {
            return "review";
        }
        if (template.startsWith("due") || template.startsWith("plan") || template.startsWith("counting")) {
            return "due";
        }
        if (template.startsWith("publi")) {
            return "published";
        }
        return template.startsWith("protocol") ? "protocols" : "instruments";
    }

    /** A letter, which has neither menu nor who is signed in. */
    public String letter(String template, Map<String, Object> values) {
        return templates.fill(template, values);
    }

    /** The report of an analysis, from the same templates. */
    public AnalysisReport report(FigureRenderer renderer) {
        return new AnalysisReport(templates, renderer);
    }

    /** Protocols on paper, from the same templates. */
    public PaperForm paper() {
        return new PaperForm(templates);
    }

    /** The sign for a door in a language, from the same templates. */
    public DoorSign sign(PageLanguage language) {
        return new DoorSign(templates(language));
    }

    public byte[] style(String name) {
        return templates.file("styles/" + name).orElse(new byte[0]);
    }
}
