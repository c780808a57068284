package org.fiducial;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house: which room may look into which. A new package is a new line in {@link #ROOMS}. */
class ArchitectureTest {

    private static final String BASE = "org.fiducial";

    /** Each package below {@code org.fiducial} with the packages of the project it may import, and nothing else. */
    private static final Map<String, Set<String>> ROOMS = rooms(
            // metrology: numbers from files
            "metrology.quantity    >",
            "metrology.numeric     >",
            "metrology.image       > metrology.quantity",
            "metrology.table       >",
            "metrology.simulation  > metrology.quantity",
            "metrology.protocol    > metrology.quantity",
            "metrology.bead        > metrology.quantity metrology.numeric metrology.image",
            "metrology.acquisition > metrology.quantity metrology.numeric metrology.image metrology.bead metrology.protocol",
            "metrology.psf         > metrology.quantity metrology.numeric metrology.image metrology.bead metrology.protocol"
                    + " metrology.acquisition",
            "metrology.coregistration > metrology.quantity metrology.numeric metrology.image metrology.bead"
                    + " metrology.protocol metrology.acquisition",
            "metrology.field       > metrology.quantity metrology.numeric metrology.image metrology.protocol"
                    + " metrology.acquisition",
            "metrology.power       > metrology.quantity metrology.numeric metrology.table metrology.protocol",
            "metrology.form        > metrology.quantity metrology.protocol",
            // facility: what is known over time
            "facility.instrument   > metrology.quantity",
            "facility.judgement    > metrology.quantity metrology.protocol",
            "facility.kit          > metrology.quantity metrology.protocol facility.instrument",
            "facility.service      > metrology.protocol facility.instrument",
            "facility.people       > metrology.protocol facility.instrument",
            "facility.check        > metrology.quantity metrology.protocol facility.instrument facility.kit"
                    + " facility.judgement",
            "facility.trend        > metrology.numeric",
            "facility.advice       > metrology.numeric facility.trend",
            "facility.control      > metrology.numeric metrology.protocol facility.judgement facility.check"
                    + " facility.service facility.trend",
            "facility.audit        >",
            "facility.methods      > metrology.protocol facility.instrument",
            "facility.form         > metrology.protocol facility.instrument facility.judgement",
            "facility.publication  > metrology.protocol facility.instrument facility.judgement",
            "facility.schedule     > metrology.quantity metrology.protocol facility.instrument facility.check",
            "facility.interval     > metrology.quantity metrology.protocol facility.instrument facility.judgement"
                    + " facility.check facility.schedule facility.service facility.trend facility.advice",
            "facility.status       > metrology.quantity metrology.protocol facility.instrument facility.judgement"
                    + " facility.check facility.schedule facility.service",
            "facility.coverage     > metrology.protocol facility.instrument facility.judgement facility.check facility.service"
                    + " facility.status",
            "facility.release      > metrology.protocol facility.instrument facility.judgement facility.check"
                    + " facility.service facility.schedule",
            // doors: how the outside meets it
            "store                 > metrology.quantity metrology.protocol facility.instrument facility.kit facility.judgement"
                    + " facility.form facility.check facility.schedule facility.service facility.people facility.reminder"
                    + " facility.publication facility.audit",
            "report                > metrology.quantity metrology.protocol facility.instrument facility.kit facility.judgement"
                    + " facility.check facility.service facility.status facility.coverage facility.publication"
                    + " facility.methods facility.advice facility.interval",
            "exchange              > metrology.quantity metrology.image metrology.protocol facility.instrument facility.kit"
                    + " facility.judgement facility.check facility.service facility.methods",
            "facility.reminder     >",
            "settings              > metrology.protocol facility.instrument",
            "mail                  > metrology.protocol facility.reminder settings",
            "demo                  > metrology.quantity metrology.image metrology.simulation metrology.protocol"
                    + " facility.instrument facility.kit facility.judgement facility.check facility.schedule facility.service facility.publication",
            // web: what is asked and what is answered, by subject
            "web.records           > metrology.protocol facility.instrument facility.kit facility.judgement facility.form"
                    + " facility.audit facility.publication"
                    + " facility.check facility.schedule facility.service facility.people facility.status facility.coverage facility.release",
            "web.page              > metrology.protocol facility.instrument facility.judgement facility.check facility.coverage"
                    + " facility.schedule facility.people settings mail report web.records",
            "web.audit             > facility.audit facility.instrument facility.people report web.records web.page",
            "web.trend             > metrology.quantity metrology.protocol facility.instrument facility.judgement"
                    + " facility.kit facility.check facility.trend facility.control facility.service facility.people facility.status report web.records web.page",
            "web.limit             > metrology.quantity metrology.protocol facility.instrument facility.judgement"
                    + " facility.check facility.service facility.people report web.records web.page",
            "web.review            > metrology.protocol facility.instrument facility.judgement facility.check"
                    + " facility.schedule facility.people report web.records web.page",
            "web.check             > metrology.quantity metrology.protocol facility.instrument facility.kit"
                    + " facility.judgement facility.form facility.check facility.people report web.records web.page"
                    + " web.review",
            "web.door              > metrology.protocol facility.instrument facility.service facility.people report"
                    + " web.records web.page web.check",
            "web.event             > metrology.protocol facility.instrument facility.publication facility.check facility.service facility.people"
                    + " facility.release report web.records web.page web.door",
            "web.kit               > metrology.protocol facility.instrument facility.kit facility.judgement facility.check"
                    + " facility.people report web.records web.page web.check",
            "web.protocol          > metrology.quantity metrology.protocol facility.instrument facility.judgement"
                    + " facility.form facility.people report web.records web.page web.check",
            "web.schedule          > metrology.protocol facility.instrument facility.check facility.schedule"
                    + " facility.advice facility.interval"
                    + " facility.service facility.people facility.release facility.reminder settings mail report web.records"
                    + " web.page web.event",
            "web.registry          > metrology.protocol facility.instrument facility.service facility.people report exchange"
                    + " web.records web.page web.event",
            "web.publication       > web.methods metrology.quantity metrology.protocol facility.instrument facility.kit"
                    + " facility.judgement facility.publication facility.check facility.coverage"
                    + " facility.service facility.audit facility.people facility.status settings report web.records web.page"
                    + " web.instrument",
            "web.statement         > metrology.quantity metrology.protocol facility.instrument facility.status facility.kit facility.judgement facility.check"
                    + " facility.schedule facility.service facility.coverage facility.publication facility.audit facility.people settings report"
                    + " web.records web.page web.door",
            "web.instrument        > metrology.protocol facility.instrument facility.publication facility.kit facility.check facility.schedule"
                    + " facility.service facility.people facility.status settings mail report web.records web.page web.trend"
                    + " web.check web.event web.schedule",
            "web.methods           > metrology.quantity metrology.protocol facility.instrument facility.kit facility.publication facility.check"
                    + " facility.judgement facility.coverage facility.methods facility.people settings report exchange web.records web.page web.door",
            "web.api               > metrology.protocol facility.instrument facility.publication facility.kit facility.judgement facility.check"
                    + " facility.service facility.people facility.status report web.records web.page web.limit web.review"
                    + " web.check web.door web.event web.instrument",
            "web                   > metrology.protocol facility.instrument facility.check facility.people report"
                    + " web.records web.page web.trend web.limit web.review web.check web.door web.event web.kit"
                    + " web.protocol web.schedule web.registry web.instrument web.publication web.statement web.methods web.api web.audit",
            "cli                   > metrology.quantity metrology.protocol facility.instrument facility.kit facility.judgement facility.coverage"
                    + " facility.form facility.check facility.schedule facility.service facility.people facility.status facility.release facility.reminder"
                    + " facility.audit facility.publication facility.advice facility.interval settings mail report exchange web"
                    + " web.page demo");

    /** Foreign packages and the only rooms that may touch them. */
    private static final Map<String, Set<String>> SOLE_OWNERS = Map.ofEntries(
            Map.entry("org.apache.commons.math3..", Set.of("metrology.numeric")),
            Map.entry("org.yaml..", Set.of("metrology.protocol")),
            Map.entry("de.siegmar.fastcsv..", Set.of("metrology.table")),
            Map.entry("org.dhatim.fastexcel..", Set.of("metrology.table")),
            Map.entry("com.twelvemonkeys..", Set.of("metrology.image")),
            Map.entry("javax.imageio..", Set.of("metrology.image", "report")),
            Map.entry("io.airlift..", Set.of("metrology.image")),
            Map.entry("javax.xml..", Set.of("metrology.image", "exchange")),
            Map.entry("org.dmfs..", Set.of("facility.schedule")),
            Map.entry("com.password4j..", Set.of("facility.people")),
            Map.entry("org.jooq..", Set.of("store")),
            Map.entry("java.sql..", Set.of("store")),
            Map.entry("com.zaxxer..", Set.of("store")),
            Map.entry("org.flywaydb..", Set.of("store")),
            Map.entry("org.jfree..", Set.of("report")),
            Map.entry("com.openhtmltopdf..", Set.of("report")),
            Map.entry("org.apache.batik..", Set.of("report")),
            Map.entry("io.pebbletemplates..", Set.of("report")),
            Map.entry("com.google.zxing..", Set.of("report")),
            Map.entry("jakarta.mail..", Set.of("mail")),
            Map.entry("io.javalin..", Set.of("web")),
            Map.entry("org.eclipse.jetty..", Set.of("web")),
            Map.entry("jakarta.servlet..", Set.of("web")),
            Map.entry("picocli..", Set.of("cli")));

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    private static final DescribedPredicate<JavaClass> HAND_WRITTEN =
            DescribedPredicate.not(resideInAnyPackage(BASE + ".store.generated.."));

    @Test
    void everyPackageIsInThePlan() {
        assertThat(roomsInTheCode()).isSubsetOf(ROOMS.keySet());
    }

    static Stream<String> roomsInTheCode() {
        return OURS.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(BASE + "."))
                .map(name -> name.substring(BASE.length() + 1))
                .map(ArchitectureTest::room)
                .distinct()
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("roomsInTheCode")
    void importsOnlyWhatThePlanAllows(String room) {
        String[] forbidden = ROOMS.keySet().stream()
                .filter(other -> !other.equals(room)
                        && !ROOMS.getOrDefault(room, Set.of()).contains(other))
                .map(ArchitectureTest::packages)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(packages(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void onlyTheCompositionRootLooksAtEverything() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".Fiducial")
                .and()
                .doNotHaveFullyQualifiedName(BASE + ".Protocols")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE)
                .check(OURS);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(OURS.that(are(HAND_WRITTEN)));
    }

    static Stream<String> foreignPackages() {
        return SOLE_OWNERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("foreignPackages")
    void foreignLibrariesHaveOneOwner(String foreign) {
        String[] owners = SOLE_OWNERS.getOrDefault(foreign, Set.of()).stream()
                .map(room -> BASE + "." + room + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(owners)
                .and()
                .resideInAPackage(BASE + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(foreign)
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void readsNoClockAndNoChanceBelowTheRoot() {
        noClasses()
                .that(are(HAND_WRITTEN))
                .and()
                .doNotHaveFullyQualifiedName(BASE + ".Fiducial")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .check(OURS);
    }

    @Test
    void writesToStandardStreamsOnlyFromTheRootAndTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".cli..")
                .and()
                .doNotHaveFullyQualifiedName(BASE + ".Fiducial")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .check(OURS);
    }

    @Test
    void keepsNoStaticMutableState() {
        ArchRuleDefinition.fields()
                .that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(HAND_WRITTEN)
                .should(beFinal())
                .check(OURS);
    }

    private static ArchCondition<JavaField> beFinal() {
        return new ArchCondition<>("be final") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean compiler = field.getModifiers().contains(JavaModifier.SYNTHETIC)
                        || field.getName().startsWith("$");
                if (!compiler && !field.getModifiers().contains(JavaModifier.FINAL)) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is static and not final"));
                }
            }
        };
    }

    @Test
    void givesNoTypeAnEmptyName() {
        noClasses()
                .that(are(HAND_WRITTEN))
                .should()
                .haveNameMatching(".*(Utils|Helper|Manager|Impl|Info|Processor)$")
                .check(OURS);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = OURS.stream()
                .filter(HAND_WRITTEN)
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void exceptionsAreThrownByTheirOwnNames() {
        classes()
                .that(are(HAND_WRITTEN))
                .and()
                .areAssignableTo(Throwable.class)
                .should()
                .haveSimpleNameEndingWith("Exception")
                .allowEmptyShould(true)
                .check(OURS);
    }

    /** The room a package belongs to: the innermost of the plan. */
    private static String room(String name) {
        return ROOMS.keySet().stream()
                .filter(room -> name.equals(room) || name.startsWith(room + "."))
                .max(Comparator.comparingInt(String::length))
                .orElse(name);
    }

    /** The packages of a room: with what is below it, unless there are rooms below it. */
    private static String packages(String room) {
        boolean divided = ROOMS.keySet().stream().anyMatch(other -> other.startsWith(room + "."));
        return BASE + "." + room + (divided ? "" : "..");
    }

    private static Map<String, Set<String>> rooms(String... lines) {
        return Arrays.stream(lines)
                .map(line -> line.split(">", -1))
                .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> Arrays.stream(
                                parts[1].strip().split("\\s+"))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet())));
    }
}
