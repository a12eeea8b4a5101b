package io.rhomboid.testing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.slf4j.LoggerFactory;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Who may import whom, for each kind of module. A module's own test is one line:
 *
 * <pre>{@code ArchitectureRules.holdService("io.rhomboid.booking", "availability", "reservation");}</pre>
 *
 * <p>Each rule here has a canary beside it in the test sources that breaks it.
 */
public final class ArchitectureRules {

    private static final List<String> ADAPTERS = List.of("web", "mongo", "kafka", "smtp");

    private static final String[] MONGO = {"com.mongodb..", "org.bson.."};
    private static final Set<String> TEXT_FILTERS = Set.of("where", "regex", "expr", "text", "jsonSchema");

    /** Expressions, scripts, names looked up elsewhere, XML and its queries. */
    private static final String[] RUNS_TEXT = {
        "org.springframework.expression..",
        "javax.script..",
        "javax.naming..",
        "javax.xml..",
        "org.xml.sax..",
        "org.w3c.dom.."
    };

    private static final Set<String> RUN_OR_MAKE_ANYTHING =
            Set.of("java.lang.ProcessBuilder", "java.io.ObjectInputStream", "java.beans.XMLDecoder");
    private static final String[] KAFKA = {"org.apache.kafka..", "org.springframework.kafka.."};
    private static final String[] MAIL = {"jakarta.mail..", "org.springframework.mail.."};
    private static final String[] WEB = {"jakarta.servlet..", "org.springframework.web..", "org.springframework.http.."
    };

    static {
        // It tells of each class it reads, and without Spring nothing tells it not to.
        ((Logger) LoggerFactory.getLogger("com.tngtech.archunit")).setLevel(Level.WARN);
    }

    private ArchitectureRules() {}

    /**
     * Holds a service to its rules; throws an {@link AssertionError} that lists what breaks them.
     *
     * @param root the service's package, for example {@code io.rhomboid.booking}
     * @param featuresWithRules the features whose root is plain Java; flat ones are not named
     */
    public static void holdService(String root, String... featuresWithRules) {
        hold(root, ofService(root, featuresWithRules));
    }

    /** Contracts are words: no plumbing, no frameworks, nobody else's types. */
    public static void holdContracts(String root) {
        hold(root, ofContracts(root));
    }

    static List<ArchRule> ofContracts(String root) {
        return List.of(
                classes()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..", root + ".."))
                        .as("contracts import java, Jackson's annotations and jspecify only"),
                everyPackageIsNullMarked(root),
                namesSayWhatThingsAre(root));
    }

    /** The gateway knows services by address only. */
    public static void holdGateway(String root) {
        hold(root, ofGateway(root));
    }

    static List<ArchRule> ofGateway(String root) {
        return List.of(
                noneOfOursBut(root, "the gateway imports neither contracts nor services", "io.rhomboid.platform.."),
                textIsNeverRun(root),
                everyPackageIsNullMarked(root),
                namesSayWhatThingsAre(root));
    }

    static List<ArchRule> ofService(String root, String... featuresWithRules) {
        var rules = new ArrayList<ArchRule>();
        for (var feature : featuresWithRules) {
            rules.add(rootIsPlainJava(root, feature));
            rules.add(timeIsAnArgument(root, feature));
        }
        rules.add(adaptersDontImportEachOther(root));
        rules.add(eachAdapterHasOneTechnology(root));
        rules.add(nothingIsAskedInText(root));
        rules.add(textIsNeverRun(root));
        rules.add(noneOfOursBut(
                root, "services share words and plumbing only", "io.rhomboid.contracts..", "io.rhomboid.platform.."));
        rules.add(everyPackageIsNullMarked(root));
        rules.add(namesSayWhatThingsAre(root));
        return rules;
    }

    /** Main classes only, wherever they lie: a folder or a jar. */
    private static void hold(String root, List<ArchRule> rules) {
        var importer = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);
        hold(importer, root, rules);
    }

    static void hold(ClassFileImporter importer, String root, List<ArchRule> rules) {
        var classes = importer.importPackages(root);
        if (classes.isEmpty()) throw new AssertionError("there are no classes in " + root);
        CompositeArchRule.of(rules).check(classes);
    }

    private static ArchRule rootIsPlainJava(String root, String feature) {
        return classes()
                .that()
                .resideInAPackage(root + "." + feature)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "javax.crypto..", "org.jspecify..", "io.rhomboid.contracts..", root + ".*"))
                .as("the root of feature " + feature + " is plain Java: no framework, no adapter");
    }

    private static ArchRule timeIsAnArgument(String root, String feature) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + feature)
                .should()
                .callMethodWhere(new DescribedPredicate<JavaMethodCall>("it asks the machine for the time") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        var owner = call.getTargetOwner();
                        var asksJavaTime = owner.getPackageName().equals("java.time")
                                && call.getName().equals("now")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class));
                        var asksSystem = owner.isEquivalentTo(System.class)
                                && call.getName().equals("currentTimeMillis");
                        return asksJavaTime || asksSystem;
                    }
                })
                .as("in feature " + feature + " time is an argument");
    }

    private static ArchRule adaptersDontImportEachOther(String root) {
        var rules = ADAPTERS.stream().map(adapter -> {
            var others = ADAPTERS.stream()
                    .filter(other -> !other.equals(adapter))
                    .map(other -> root + ".*." + other + "..")
                    .toArray(String[]::new);
            return (ArchRule) noClasses()
                    .that()
                    .resideInAPackage(root + ".*." + adapter + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(others))
                    .allowEmptyShould(true);
        });
        return CompositeArchRule.of(rules.toList()).as("adapters do not import each other");
    }

    private static ArchRule eachAdapterHasOneTechnology(String root) {
        return CompositeArchRule.of(List.of(
                        noneOf(root, "web", MONGO, KAFKA, MAIL),
                        noneOf(root, "mongo", WEB, KAFKA, MAIL),
                        noneOf(root, "kafka", WEB, MONGO, MAIL),
                        noneOf(root, "smtp", WEB, MONGO, KAFKA)))
                .as("each adapter has one technology");
    }

    /** What a caller wrote can then be a value in a question to the store, and never an operator. */
    /** No commands of the system, scripts, expressions, look-ups, XML or Java objects made of what somebody sent. */
    private static ArchRule textIsNeverRun(String root) {
        var runs = resideInAnyPackage(RUNS_TEXT).or(new DescribedPredicate<JavaClass>("what runs or makes anything") {
            @Override
            public boolean test(JavaClass type) {
                return RUN_OR_MAKE_ANYTHING.contains(type.getName());
            }
        });
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(runs)
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .as("text is never run");
    }

    private static ArchRule nothingIsAskedInText(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .callMethodWhere(new DescribedPredicate<JavaMethodCall>("it makes a question to the store of text") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        var owner = call.getTargetOwner();
                        var parses = owner.getPackageName().startsWith("org.bson")
                                && call.getName().equals("parse");
                        var asksByText = owner.getName().equals("com.mongodb.client.model.Filters")
                                && TEXT_FILTERS.contains(call.getName());
                        return parses || asksByText;
                    }
                })
                .as("the store is asked nothing in text");
    }

    private static ArchRule noneOf(String root, String adapter, String[]... technologies) {
        var others = Stream.of(technologies).flatMap(Arrays::stream).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + ".*." + adapter + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .allowEmptyShould(true);
    }

    private static ArchRule noneOfOursBut(String root, String name, String... allowed) {
        var may = Stream.concat(Stream.of(root + ".."), Stream.of(allowed)).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.rhomboid..").and(DescribedPredicate.not(resideInAnyPackage(may))))
                .as(name);
    }

    private static ArchRule everyPackageIsNullMarked(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<JavaClass>("be in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    type,
                                    type.getPackageName() + " is not @NullMarked (" + type.getSimpleName() + ")"));
                        }
                    }
                })
                .as("every package is @NullMarked");
    }

    private static ArchRule namesSayWhatThingsAre(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*[a-z](Impl|Dto|Manager|Helper|Utils?|Base|Service)$")
                .as("a name says what a thing is: no Impl, Dto, Manager, Helper, Util, Base or Service");
    }
}
