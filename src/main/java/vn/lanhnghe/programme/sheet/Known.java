package vn.lanhnghe.programme.sheet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a file may name: the version as it is, the components of frameworks, their levels. */
record Known(Content content, List<Item> items, Map<Long, List<String>> levels) {

    /** An item of any version of a framework for learners; {@code usable} when one may align with it today. */
    record Item(
            long id,
            UUID identifier,
            long frameworkId,
            String framework,
            String version,
            String state,
            String kind,
            String code,
            String name) {

        boolean usable() {
            return state.equals("ACTIVE") && kind.equals("COMPONENT");
        }
    }

    @Nullable
    Item item(String framework, String version, String code) {
        return items.stream()
                .filter(it -> (framework.isEmpty() || it.framework().equals(framework))
                        && (version.isEmpty()
                                ? it.state().equals("ACTIVE")
                                : it.version().equals(version))
                        && it.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Item item(UUID identifier) {
        return items.stream()
                .filter(it -> it.identifier().equals(identifier))
                .min(java.util.Comparator.comparing(it -> it.state().equals("ACTIVE") ? 0 : 1))
                .orElse(null);
    }

    /** Whether the version has this very link already, which it then may keep. */
    boolean has(UUID outcome, Item item) {
        return content.outcomes().stream()
                .filter(it -> it.identifier().equals(outcome))
                .anyMatch(it -> it.links().stream().anyMatch(link -> link.itemId() == item.id()));
    }

    /** Why there is no such item: not in the frameworks for learners, or of another framework. */
    String unknown(String framework, String code) {
        return framework.isEmpty()
                        || items.stream().anyMatch(it -> it.framework().equals(framework))
                ? "khung không có năng lực “%s”".formatted(code)
                : "“%s” ghi là mục của %s, không phải khung của người học; chuẩn đầu ra gắn với %s"
                        .formatted(
                                code,
                                framework,
                                items.stream().map(Item::framework).distinct().collect(Collectors.joining(", ")));
    }

    /** Why one may not align with it. */
    static String whyNot(Item it) {
        return it.state().equals("ENDED")
                ? "%s %s thuộc bản %s của khung, đã hết dùng; hãy dùng năng lực thay thế trong bản đang dùng"
                        .formatted(it.code(), it.name(), it.version())
                : it.state().equals("DRAFT")
                        ? "%s thuộc bản %s của khung, chưa được đưa vào dùng".formatted(it.code(), it.version())
                        : "%s %s không phải năng lực thành phần; hãy dùng mã như 1.1".formatted(it.code(), it.name());
    }

    Map<String, UUID> moduleIdentifiers() {
        return content.modules().stream()
                .collect(Collectors.toMap(Content.Unit::code, Content.Unit::identifier, (a, b) -> a));
    }

    Map<String, UUID> outcomeIdentifiers() {
        return content.outcomes().stream()
                .collect(Collectors.toMap(Content.Statement::code, Content.Statement::identifier, (a, b) -> a));
    }
}
