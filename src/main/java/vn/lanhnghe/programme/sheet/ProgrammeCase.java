package vn.lanhnghe.programme.sheet;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.programme.design.OutcomeKind;
import vn.lanhnghe.programme.design.Relation;
import vn.lanhnghe.programme.design.Version;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** 1EdTech CASE 1.1: a version as CFPackage; modules are items too, joined to the outcomes they teach and assess. */
final class ProgrammeCase {

    private static final String MODULE = "Module";
    private static final String TEACHES = "ext:teaches";
    private static final String ASSESSES = "ext:assesses";

    private ProgrammeCase() {}

    static Map<String, Object> write(Version version, Content content, String site) {
        var at = Objects.requireNonNullElse(version.publishedAt(), version.madeAt())
                .withOffsetSameInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS);
        var identifier = named(version.identifier() + " " + version.number());
        var document = link(site, "CFDocuments", identifier, version.title());
        var items = new ArrayList<Map<String, Object>>();
        var associations = new ArrayList<Map<String, Object>>();
        var modules = new HashMap<String, Map<String, Object>>();
        for (var it : content.modules()) {
            var own = link(site, "CFItems", it.identifier(), it.name());
            modules.put(it.code(), own);
            var item = item(it.identifier(), own, document, it.code(), it.name(), MODULE, at);
            var more = new LinkedHashMap<String, Object>();
            more.put("credits", it.credits().stripTrailingZeros());
            more.put("theory", it.theory());
            more.put("practice", it.practice());
            more.put("exam", it.exam());
            more.put("ownHours", it.own());
            more.put("material", it.material());
            more.put("platform", it.platform());
            more.put("software", it.software());
            more.put("textbook", it.textbook());
            more.put("textbookPaper", it.textbookPaper());
            item.put("extensions", more);
            items.add(item);
        }
        var outcomes = new HashMap<String, Map<String, Object>>();
        var number = 0;
        for (var it : content.outcomes()) {
            var own = link(site, "CFItems", it.identifier(), it.words());
            outcomes.put(it.code(), own);
            var item = item(
                    it.identifier(),
                    own,
                    document,
                    it.code(),
                    it.words(),
                    it.kind().name(),
                    at);
            if (it.hours() != null) {
                item.put("extensions", Map.of("hours", it.hours()));
            }
            items.add(item);
            var dot = it.code().lastIndexOf('.');
            var parent = dot < 0 ? document : outcomes.getOrDefault(it.code().substring(0, dot), document);
            associations.add(association(site, "isChildOf", own, parent, ++number, at, Map.of()));
            for (var code : it.taughtIn()) {
                associations.add(association(site, TEACHES, module(modules, code), own, ++number, at, Map.of()));
            }
            for (var code : it.assessedIn()) {
                associations.add(association(site, ASSESSES, module(modules, code), own, ++number, at, Map.of()));
            }
            for (var one : it.links()) {
                var to = new LinkedHashMap<String, Object>();
                to.put("title", one.code());
                to.put("identifier", one.item());
                to.put("uri", site + "/frameworks/case/CFItems/" + one.item());
                associations.add(association(
                        site,
                        one.relation().association(),
                        own,
                        to,
                        ++number,
                        at,
                        Map.of("level", one.level(), "framework", one.framework(), "version", one.version())));
            }
        }
        var head = new LinkedHashMap<String, Object>();
        head.put("identifier", identifier);
        head.put("uri", document.get("uri"));
        head.put("creator", version.institution());
        head.put("title", version.title());
        head.put("lastChangeDateTime", at);
        head.put("version", Integer.toString(version.number()));
        head.put("language", "vi");
        head.put("frameworkType", "Programme");
        head.put("adoptionStatus", version.state().frozen() ? "Adopted" : "Draft");
        head.put("CFPackageURI", link(site, "CFPackages", identifier, version.title()));
        head.put(
                "extensions",
                Map.of(
                        "programme", version.identifier(),
                        "level", version.level(),
                        "occupation", Objects.requireNonNullElse(version.occupationCode(), "")));
        var whole = new LinkedHashMap<String, Object>();
        whole.put("CFDocument", head);
        whole.put("CFItems", items);
        whole.put("CFAssociations", associations);
        return whole;
    }

    private static Map<String, Object> module(Map<String, Map<String, Object>> modules, String code) {
        return Objects.requireNonNull(modules.get(code));
    }

    private static Map<String, Object> item(
            UUID identifier,
            Map<String, Object> own,
            Map<String, Object> document,
            String code,
            String statement,
            String type,
            OffsetDateTime at) {
        var it = new LinkedHashMap<String, Object>();
        it.put("identifier", identifier);
        it.put("uri", own.get("uri"));
        it.put("CFDocumentURI", document);
        it.put("fullStatement", statement);
        it.put("humanCodingScheme", code);
        it.put("CFItemType", type);
        it.put("language", "vi");
        it.put("lastChangeDateTime", at);
        return it;
    }

    private static Map<String, Object> association(
            String site,
            String type,
            Map<String, Object> from,
            Map<String, Object> to,
            int number,
            OffsetDateTime at,
            Map<String, Object> more) {
        var identifier = named(type + " " + from.get("identifier") + " " + to.get("identifier"));
        var it = new LinkedHashMap<String, Object>();
        it.put("identifier", identifier);
        it.put("uri", site + "/chuong-trinh/case/CFAssociations/" + identifier);
        it.put("associationType", type);
        it.put("sequenceNumber", number);
        it.put("originNodeURI", from);
        it.put("destinationNodeURI", to);
        it.put("lastChangeDateTime", at);
        if (!more.isEmpty()) {
            it.put("extensions", more);
        }
        return it;
    }

    private static Map<String, Object> link(String site, String kind, UUID identifier, String title) {
        var it = new LinkedHashMap<String, Object>();
        it.put("title", title);
        it.put("identifier", identifier);
        it.put("uri", site + "/chuong-trinh/case/" + kind + "/" + identifier);
        return it;
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Content read(byte[] file, Known known, List<String> faults) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(file);
        } catch (JacksonException e) {
            throw new Refusal("Tệp không phải JSON đọc được. Hãy xuất lại gói CASE 1.1 (CFPackage) rồi tải lên.");
        }
        if (!root.path("CFItems").isArray() || !root.path("CFAssociations").isArray()) {
            throw new Refusal("Tệp JSON không phải gói CASE: cần CFDocument, CFItems và CFAssociations.");
        }
        var parents = new HashMap<UUID, UUID>();
        var order = new HashMap<UUID, Integer>();
        var taught = new HashMap<UUID, List<UUID>>();
        var assessed = new HashMap<UUID, List<UUID>>();
        var links = new HashMap<UUID, List<JsonNode>>();
        for (var it : root.path("CFAssociations")) {
            var from = identifier(it.path("originNodeURI"), "originNodeURI");
            var to = identifier(it.path("destinationNodeURI"), "destinationNodeURI");
            switch (text(it, "associationType")) {
                case "isChildOf" -> {
                    parents.put(from, to);
                    order.put(from, it.path("sequenceNumber").asInt(order.size() + 1));
                }
                case TEACHES ->
                    taught.computeIfAbsent(to, key -> new ArrayList<>()).add(from);
                case ASSESSES ->
                    assessed.computeIfAbsent(to, key -> new ArrayList<>()).add(from);
                default -> links.computeIfAbsent(from, key -> new ArrayList<>()).add(it);
            }
        }
        var modules = new ArrayList<Content.Unit>();
        var codes = new HashMap<UUID, String>();
        var statements = new LinkedHashMap<UUID, JsonNode>();
        for (var it : root.path("CFItems")) {
            var own = identifier(it, "CFItem");
            if (text(it, "CFItemType").equals(MODULE)) {
                codes.put(own, text(it, "humanCodingScheme"));
                modules.add(module(own, it));
            } else {
                statements.put(own, it);
            }
        }
        var outcomes = new ArrayList<Content.Statement>();
        var tree = new HashMap<UUID, List<UUID>>();
        var top = new UUID(0, 0);
        statements.keySet().stream()
                .sorted(Comparator.comparingInt(it -> order.getOrDefault(it, Integer.MAX_VALUE)))
                .forEach(it -> {
                    var parent = parents.get(it);
                    tree.computeIfAbsent(
                                    parent != null && statements.containsKey(parent) ? parent : top,
                                    key -> new ArrayList<>())
                            .add(it);
                });
        var seen = new HashSet<UUID>();
        walk(top, "", tree, seen, (own, code) -> {
            var it = Objects.requireNonNull(statements.get(own));
            var kind = Arrays.stream(OutcomeKind.values())
                    .filter(one -> one.name().equals(text(it, "CFItemType")))
                    .findFirst()
                    .orElse(OutcomeKind.KNOWLEDGE);
            var hours = it.path("extensions").path("hours");
            outcomes.add(new Content.Statement(
                    0,
                    own,
                    code,
                    kind,
                    Vietnamese.tidy(text(it, "fullStatement")),
                    hours.isNumber() ? Integer.valueOf(hours.asInt()) : null,
                    named(taught.get(own), codes),
                    named(assessed.get(own), codes),
                    links(own, code, links.getOrDefault(own, List.of()), known, faults)));
        });
        statements.forEach((own, it) -> {
            if (!seen.contains(own)) {
                faults.add("Chuẩn %s “%s” nằm dưới chính nó qua các chuẩn khác; sửa isChildOf."
                        .formatted(text(it, "humanCodingScheme"), text(it, "fullStatement")));
            }
        });
        return new Content(modules, outcomes);
    }

    private static void walk(
            UUID parent,
            String prefix,
            Map<UUID, List<UUID>> tree,
            HashSet<UUID> seen,
            java.util.function.BiConsumer<UUID, String> each) {
        var place = 0;
        for (var it : tree.getOrDefault(parent, List.of())) {
            if (seen.add(it)) {
                var code = prefix + ++place;
                each.accept(it, code);
                walk(it, code + ".", tree, seen, each);
            }
        }
    }

    private static Content.Unit module(UUID own, JsonNode it) {
        var more = it.path("extensions");
        var credits = more.path("credits");
        return new Content.Unit(
                0,
                own,
                text(it, "humanCodingScheme"),
                Vietnamese.tidy(text(it, "fullStatement")),
                credits.isNumber() ? credits.decimalValue() : BigDecimal.ZERO,
                more.path("theory").asInt(0),
                more.path("practice").asInt(0),
                more.path("exam").asInt(0),
                more.path("ownHours").asInt(0),
                more.path("material").asBoolean(false),
                more.path("platform").asBoolean(false),
                more.path("software").asBoolean(false),
                text(more, "textbook"),
                text(more, "textbookPaper"));
    }

    private static List<String> named(@Nullable List<UUID> modules, Map<UUID, String> codes) {
        return modules == null
                ? List.of()
                : modules.stream()
                        .map(it -> codes.getOrDefault(it, it.toString()))
                        .distinct()
                        .sorted()
                        .toList();
    }

    private static List<Content.Link> links(
            UUID outcome, String code, List<JsonNode> associations, Known known, List<String> faults) {
        var links = new ArrayList<Content.Link>();
        for (var it : associations) {
            var relation = Arrays.stream(Relation.values())
                    .filter(one -> one.association().equals(text(it, "associationType")))
                    .findFirst()
                    .orElse(null);
            if (relation == null) {
                continue; // of another kind, which means nothing here
            }
            var more = it.path("extensions");
            var identifier = identifier(it.path("destinationNodeURI"), "destinationNodeURI");
            var byName = known.item(
                    text(more, "framework"), text(more, "version"), text(it.path("destinationNodeURI"), "title"));
            var item = byName != null && byName.identifier().equals(identifier) ? byName : known.item(identifier);
            var level = text(more, "level");
            if (item == null) {
                faults.add("Chuẩn %s: khung không có mục định danh %s.".formatted(code, identifier));
            } else if (!item.usable() && !known.has(outcome, item)) {
                faults.add("Chuẩn %s: %s.".formatted(code, Known.whyNot(item)));
            } else if (!known.levels()
                    .getOrDefault(item.frameworkId(), List.of())
                    .contains(level)) {
                faults.add("Chuẩn %s: khung %s không có bậc “%s”.".formatted(code, item.framework(), level));
            } else {
                links.add(new Content.Link(
                        item.identifier(),
                        item.id(),
                        item.frameworkId(),
                        item.framework(),
                        item.version(),
                        item.code(),
                        relation,
                        level));
            }
        }
        links.sort(Comparator.comparing(Content.Link::said));
        return links;
    }

    private static UUID identifier(JsonNode node, String where) {
        var text = text(node, "identifier");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal("%s có identifier “%s” không phải UUID.".formatted(where, text));
        }
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString("") : "";
    }
}
