package vn.lanhnghe.programme.sheet;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.programme.design.Alignment;
import vn.lanhnghe.programme.design.Module;
import vn.lanhnghe.programme.design.ModuleForm;
import vn.lanhnghe.programme.design.Outcome;
import vn.lanhnghe.programme.design.OutcomeForm;
import vn.lanhnghe.programme.design.OutcomeKind;
import vn.lanhnghe.programme.design.Relation;
import vn.lanhnghe.programme.design.Teaching;
import vn.lanhnghe.shared.Secret;

/** All that is in a version besides its record, as a file has it; {@code row} is where a file says it, 0 where none does. */
record Content(List<Unit> modules, List<Statement> outcomes) {

    /** A module; {@code own} are the hours taught by own staff. */
    record Unit(
            int row,
            UUID identifier,
            String code,
            String name,
            BigDecimal credits,
            int theory,
            int practice,
            int exam,
            int own,
            boolean material,
            boolean platform,
            boolean software,
            String textbook,
            String textbookPaper) {

        ModuleForm form() {
            return new ModuleForm(
                    code,
                    name,
                    credits,
                    theory,
                    practice,
                    exam,
                    own,
                    material,
                    platform,
                    software,
                    textbook,
                    textbookPaper);
        }

        String said() {
            return Stream.of(
                            words(),
                            numbers().stream()
                                    .map(it -> it.label() + " " + it.value())
                                    .collect(Collectors.joining(", ")))
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(" · "));
        }

        /** What of it is in words. */
        String words() {
            return Stream.of(
                            code + " " + name,
                            material ? "học liệu số" : "",
                            platform ? "LMS" : "",
                            software ? "phần mềm" : "",
                            textbook,
                            textbookPaper)
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(" · "));
        }

        /** What of it is in numbers. */
        List<Number> numbers() {
            return List.of(
                    new Number("tín chỉ", plain(credits)),
                    new Number("giờ lý thuyết", Integer.toString(theory)),
                    new Number("giờ thực hành", Integer.toString(practice)),
                    new Number("giờ kiểm tra", Integer.toString(exam)),
                    new Number("giờ cơ hữu dạy", Integer.toString(own)));
        }

        /** Which numbers became others: old → new. */
        String changed(Unit before) {
            return IntStream.range(0, numbers().size())
                    .filter(i -> !numbers().get(i).equals(before.numbers().get(i)))
                    .mapToObj(i -> "%s: %s → %s"
                            .formatted(
                                    numbers().get(i).label(),
                                    before.numbers().get(i).value(),
                                    numbers().get(i).value()))
                    .collect(Collectors.joining("; "));
        }
    }

    /** A number of a module, with what it counts. */
    record Number(String label, String value) {}

    /** A statement with the codes of the modules that teach and assess it. */
    record Statement(
            int row,
            UUID identifier,
            String code,
            OutcomeKind kind,
            String words,
            @Nullable Integer hours,
            List<String> taughtIn,
            List<String> assessedIn,
            List<Link> links) {

        OutcomeForm form() {
            return new OutcomeForm(kind, words, hours == null ? "" : hours.toString());
        }

        String said() {
            return "%s · %s%s".formatted(words, kind.label(), hours == null ? "" : ", " + hours + " giờ");
        }

        String joined() {
            return "dạy: %s · đánh giá: %s · năng lực: %s"
                    .formatted(
                            String.join(", ", taughtIn),
                            String.join(", ", assessedIn),
                            links.stream().map(Link::told).collect(Collectors.joining("; ")));
        }
    }

    /** A link to a component of a framework; the level by its code. */
    record Link(
            UUID item,
            long itemId,
            long frameworkId,
            String framework,
            String version,
            String code,
            Relation relation,
            String level) {

        String said() {
            return "%s/%s:%s %s %s".formatted(framework, version, code, word(relation), level);
        }

        /** As a reader reads it. */
        String told() {
            return "%s %s %s (%s, bậc %s)".formatted(framework, version, code, relation.label(), level);
        }
    }

    /** As a file says it. */
    static String word(Relation relation) {
        return switch (relation) {
            case EXACT -> "TRUNG";
            case PART -> "MOT_PHAN";
            case RELATED -> "LIEN_QUAN";
        };
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** What it says, in a few letters: two that say the same have the same. */
    String digest() {
        return Secret.hash(toString());
    }

    static Content of(
            List<Module> modules, List<Outcome> outcomes, List<Alignment> alignments, List<Teaching> teachings) {
        Map<Long, List<Link>> links = new HashMap<>();
        alignments.forEach(it -> links.computeIfAbsent(it.outcomeId(), key -> new java.util.ArrayList<>())
                .add(new Link(
                        it.itemIdentifier(),
                        it.itemId(),
                        0,
                        it.frameworkCode(),
                        it.frameworkVersion(),
                        it.itemCode(),
                        it.relation(),
                        it.levelCode())));
        links.values().forEach(it -> it.sort(Comparator.comparing(Link::said)));
        var taught = teachings.stream().collect(Collectors.groupingBy(Teaching::outcomeId));
        return new Content(
                modules.stream()
                        .map(it -> new Unit(
                                0,
                                it.identifier(),
                                it.code(),
                                it.name(),
                                it.credits(),
                                it.theory(),
                                it.practice(),
                                it.exam(),
                                it.ownHours(),
                                it.material(),
                                it.platform(),
                                it.software(),
                                it.textbook(),
                                it.textbookPaper()))
                        .toList(),
                outcomes.stream()
                        .map(it -> new Statement(
                                0,
                                it.identifier(),
                                it.code(),
                                it.kind(),
                                it.statement(),
                                it.hours(),
                                codes(taught.getOrDefault(it.id(), List.of()), Teaching::teaches),
                                codes(taught.getOrDefault(it.id(), List.of()), Teaching::assesses),
                                links.getOrDefault(it.id(), List.of())))
                        .toList());
    }

    private static List<String> codes(List<Teaching> teachings, java.util.function.Predicate<Teaching> which) {
        return teachings.stream()
                .filter(which)
                .map(Teaching::moduleCode)
                .sorted()
                .toList();
    }
}
