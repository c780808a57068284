package org.fiducial.web.event;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.release.ReturnCheck;
import org.fiducial.facility.release.ReturnChecks;
import org.fiducial.facility.service.Release;
import org.fiducial.report.Texts;
import org.fiducial.web.page.CheckRow;
import org.fiducial.web.page.Days;

/**
 * What is asked for before an instrument goes back to service, as pages show it.
 *
 * @param needed checks it does not go back without, unless somebody says why
 * @param advised checks of the same protocols on light paths where they were never done
 * @param unknown the sentence on parts no protocol speaks of; empty where there is none
 * @param standing how the whole stands
 * @param returned by whom, when and without what; none while nobody returned it
 */
public record ReturnView(
        List<Row> needed, List<Row> advised, String unknown, Standing standing, List<Returned> returned) {

    public ReturnView {
        needed = List.copyOf(needed);
        advised = List.copyOf(advised);
        returned = List.copyOf(returned);
    }

    /** A check asked for. */
    public record Row(
            String event,
            String work,
            Where where,
            String protocol,
            String protocolId,
            Mark mark,
            Done found,
            Done left) {}

    /** On which light path of which instrument. */
    public record Where(String instrument, String address, String path) {}

    /** Word and shape as well as colour. */
    public record Mark(String word, String sign, String label) {}

    /** A check that was done, with the light path where it was another; or where it is begun. */
    public record Done(
            String address, String day, String verdict, String sign, String label, String elsewhere, String begin) {}

    /** Whether anything is asked, how much of it is lacking, and the sentence that says so. */
    public record Standing(boolean asks, long lacking, String sentence) {}

    /** A return to service. */
    public record Returned(String by, Days.Moment when, String reason, List<String> waived) {
        public Returned {
            waived = List.copyOf(waived);
        }
    }

    /** Makes views in the words and the zone of the reader. */
    record Maker(Days days, Texts texts, UnaryOperator<String> titles) {

        ReturnView view(ReturnChecks checks, List<Configuration> paths) {
            List<String> unknown = checks.unknown().stream()
                    .map(part -> texts.text("part." + part.word()))
                    .toList();
            String work =
                    texts.text("event.kind." + checks.event().event().kind().word());
            long lacking = checks.lacking().size();
            String sentence = lacking == 0
                    ? texts.text("return.ready")
                    : texts.text("return.lacking", texts.count("return.checks", lacking));
            return new ReturnView(
                    rows(checks, paths, ReturnCheck::usual),
                    rows(checks, paths, each -> !each.usual()),
                    unknown.isEmpty() ? "" : texts.text("return.unknown", work, String.join(", ", unknown)),
                    new Standing(!checks.checks().isEmpty(), lacking, sentence),
                    checks.release().stream()
                            .map(release -> returned(release, paths))
                            .toList());
        }

        /** The rows of what is lacking. */
        List<Row> lacking(ReturnChecks checks, List<Configuration> paths) {
            return rows(checks, paths, ReturnCheck::isLacking);
        }

        private List<Row> rows(ReturnChecks checks, List<Configuration> paths, Predicate<ReturnCheck> which) {
            return checks.checks().stream()
                    .filter(which)
                    .map(each -> row(checks, each, paths))
                    .toList();
        }

        private Row row(ReturnChecks checks, ReturnCheck check, List<Configuration> paths) {
            String instrument = "/instruments/" + checks.instrument().slug();
            String protocol = check.protocol().reference().id();
            String begin = instrument + "/new-check?configuration="
                    + check.path().slug() + "&protocol=" + protocol + "&reason=";
            return new Row(
                    "/events/" + checks.event().event().id() + "#return",
                    texts.text(
                            "return.after",
                            texts.text("event.kind."
                                    + checks.event().event().kind().word()),
                            days.of(checks.event().event().at()).day()),
                    new Where(
                            checks.instrument().name(), instrument, check.path().name()),
                    titles.apply(protocol),
                    protocol,
                    mark(check),
                    done(check, check.found().check(), paths, begin + CheckReason.AS_FOUND.word()),
                    done(check, check.left().check(), paths, begin + CheckReason.AS_LEFT.word()));
        }

        private Mark mark(ReturnCheck check) {
            String word = check.standing().word();
            String label = texts.text("return.standing." + word);
            return switch (check.standing()) {
                case DONE -> new Mark("pass", "●", label);
                case FAILED -> new Mark("fail", "■", label);
                case MISSING -> check.usual() ? new Mark("fail", "■", label) : new Mark("not-evaluated", "○", label);
                case NOT_EVALUATED, OVERTAKEN -> new Mark("not-evaluated", "○", label);
            };
        }

        private Done done(ReturnCheck asked, Optional<CheckSummary> check, List<Configuration> paths, String begin) {
            return check.map(each -> {
                        CheckRow row = CheckRow.of(each, "", days, texts);
                        String elsewhere =
                                each.configurationId().equals(asked.path().id())
                                        ? ""
                                        : texts.text("return.elsewhere", name(paths, each));
                        return new Done(
                                row.address(),
                                row.when().day(),
                                row.verdict().word(),
                                row.verdict().sign(),
                                row.verdict().label(),
                                elsewhere,
                                begin);
                    })
                    .orElseGet(() -> new Done("", "", "", "", "", "", begin));
        }

        private static String name(List<Configuration> paths, CheckSummary check) {
            return paths.stream()
                    .filter(path -> path.id().equals(check.configurationId()))
                    .map(Configuration::name)
                    .collect(Collectors.joining());
        }

        private Returned returned(Release release, List<Configuration> paths) {
            return new Returned(
                    release.entry().by(),
                    days.of(release.at()),
                    release.waiver().reason(),
                    release.waiver().checks().stream()
                            .map(each -> texts.text(
                                    "return.waived.check",
                                    titles.apply(each.protocolId()),
                                    paths.stream()
                                            .filter(path -> path.id().equals(each.configurationId()))
                                            .map(Configuration::name)
                                            .collect(Collectors.joining())))
                            .toList());
        }
    }
}
