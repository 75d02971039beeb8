package vn.lanhnghe.programme.sheet;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
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
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.programme.design.OutcomeKind;
import vn.lanhnghe.programme.design.Relation;
import vn.lanhnghe.programme.design.Version;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** 1EdTech CASE 1.1: a version as CFPackage; modules are items too, joined to the outcomes they teach and assess. */
final class ProgrammeCase {

    private static final String MODULE = "Module";
    private static final String TEACHES = "ext:teaches";
    private static final String ASSESSES = "ext:assesses";
    private static final int DEEPEST = 6;
    private static final double HUGE = 1e6;

    private ProgrammeCase() {}

    /** {@code changed} is when anything of the version was changed last. */
    static Map<String, Object> write(Version version, Content content, OffsetDateTime changed, String site) {
        var at = changed.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        var identifier = document(version.identifier(), version.number());
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

    /** The document under which one version of a programme goes out. */
    private static UUID document(UUID programme, int number) {
        return named(programme + " " + number);
    }

    /** A package that says of what it is has to be of this programme, whichever version. */
    private static void own(Version version, JsonNode head) {
        var identifier = text(head, "identifier");
        if (identifier.isEmpty()
                || text(head.path("extensions"), "programme")
                        .equals(version.identifier().toString())
                || IntStream.rangeClosed(1, version.number())
                        .anyMatch(number -> document(version.identifier(), number)
                                .toString()
                                .equals(identifier))) {
            return;
        }
        throw new Refusal(
                "Tệp CASE này là của “%s”, không phải của chương trình này: định danh tài liệu %s khác. Tải tệp CASE JSON ở trang Tệp của chính chương trình này, sửa rồi đưa lên lại."
                        .formatted(Checks.brief(text(head, "title")), Checks.brief(identifier)));
    }

    static Content read(Version version, byte[] file, Known known, List<String> faults) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(file);
        } catch (JacksonException e) {
            throw new Refusal("Tệp không phải JSON đọc được. Hãy xuất lại gói CASE 1.1 (CFPackage) rồi tải lên.");
        }
        if (!root.path("CFItems").isArray() || !root.path("CFAssociations").isArray()) {
            throw new Refusal("Tệp JSON không phải gói CASE: cần CFDocument, CFItems và CFAssociations.");
        }
        own(version, root.path("CFDocument"));
        var parents = new HashMap<UUID, UUID>();
        var order = new HashMap<UUID, Integer>();
        var taught = new HashMap<UUID, List<UUID>>();
        var assessed = new HashMap<UUID, List<UUID>>();
        var links = new HashMap<UUID, List<JsonNode>>();
        for (var it : root.path("CFAssociations")) {
            var from = identifier(it.path("originNodeURI"), "originNodeURI", faults);
            var to = identifier(it.path("destinationNodeURI"), "destinationNodeURI", faults);
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
            var own = identifier(it, "CFItem", faults);
            if (text(it, "CFItemType").equals(MODULE)) {
                codes.put(own, text(it, "humanCodingScheme"));
                modules.add(module(own, it, faults));
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
        var deep = walk(top, tree, seen, (own, code) -> {
            var it = Objects.requireNonNull(statements.get(own));
            var kind = Arrays.stream(OutcomeKind.values())
                    .filter(one -> one.name().equals(text(it, "CFItemType")))
                    .findFirst()
                    .orElse(OutcomeKind.KNOWLEDGE);
            outcomes.add(new Content.Statement(
                    0,
                    own,
                    code,
                    kind,
                    text(it, "fullStatement"),
                    it.path("extensions").has("hours")
                            ? Integer.valueOf(whole(it.path("extensions"), "hours", "Chuẩn " + code, faults))
                            : null,
                    named(taught.get(own), codes),
                    named(assessed.get(own), codes),
                    links(own, code, links.getOrDefault(own, List.of()), known, faults)));
        });
        if (deep > 0) {
            faults.add("Tệp có %s chuẩn nằm sâu hơn %d bậc; sửa isChildOf.".formatted(Vi.count(deep), DEEPEST));
        }
        statements.forEach((own, it) -> {
            if (!seen.contains(own)) {
                faults.add("Chuẩn %s “%s” nằm dưới chính nó qua các chuẩn khác; sửa isChildOf."
                        .formatted(
                                Checks.brief(text(it, "humanCodingScheme")), Checks.brief(text(it, "fullStatement"))));
            }
        });
        return new Content(modules, outcomes);
    }

    private record Knot(UUID own, String code, int depth) {}

    /** Goes through the tree in order, however deep a file makes it; answers with how many lie too deep to be told. */
    private static int walk(UUID top, Map<UUID, List<UUID>> tree, HashSet<UUID> seen, BiConsumer<UUID, String> each) {
        var open = new ArrayDeque<Knot>();
        open.push(new Knot(top, "", 0));
        var deep = 0;
        while (!open.isEmpty()) {
            var it = open.pop();
            if (it.depth() > DEEPEST) {
                deep++;
            } else if (it.depth() > 0) {
                each.accept(it.own(), it.code());
            }
            var children = tree.getOrDefault(it.own(), List.of()).stream()
                    .filter(seen::add)
                    .toList();
            for (var place = children.size(); place > 0; place--) {
                var code = it.depth() > DEEPEST ? "" : it.depth() == 0 ? "" + place : it.code() + "." + place;
                open.push(new Knot(children.get(place - 1), code, it.depth() + 1));
            }
        }
        return deep;
    }

    private static Content.Unit module(UUID own, JsonNode it, List<String> faults) {
        var more = it.path("extensions");
        var where = "Môn học " + Checks.brief(text(it, "humanCodingScheme"));
        return new Content.Unit(
                0,
                own,
                text(it, "humanCodingScheme"),
                text(it, "fullStatement"),
                credits(more, where, faults),
                whole(more, "theory", where, faults),
                whole(more, "practice", where, faults),
                whole(more, "exam", where, faults),
                whole(more, "ownHours", where, faults),
                more.path("material").asBoolean(false),
                more.path("platform").asBoolean(false),
                more.path("software").asBoolean(false),
                text(more, "textbook"),
                text(more, "textbookPaper"));
    }

    private static int whole(JsonNode node, String field, String where, List<String> faults) {
        var value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            faults.add("%s: %s cần số nguyên, tệp ghi “%s”.".formatted(where, field, Checks.brief(value.toString())));
            return 0;
        }
        return value.intValue();
    }

    private static BigDecimal credits(JsonNode node, String where, List<String> faults) {
        var value = node.path("credits");
        if (value.isMissingNode() || value.isNull()) {
            return BigDecimal.ZERO;
        }
        // a double tells whether it is near enough to be written out
        if (!value.isNumber() || !(Math.abs(value.asDouble(Double.NaN)) < HUGE)) {
            faults.add("%s: credits cần một số, tệp ghi “%s”.".formatted(where, Checks.brief(value.toString())));
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(value.asDouble(0));
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
            var identifier = identifier(it.path("destinationNodeURI"), "destinationNodeURI", faults);
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
                faults.add(
                        "Chuẩn %s: khung %s không có bậc “%s”.".formatted(code, item.framework(), Checks.brief(level)));
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

    private static UUID identifier(JsonNode node, String where, List<String> faults) {
        var text = text(node, "identifier");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            faults.add("%s có identifier “%s” không phải UUID.".formatted(where, Checks.brief(text)));
            return UUID.randomUUID();
        }
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() ? Vietnamese.tidy(value.asString("")) : "";
    }
}
