package vn.lanhnghe.framework;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.framework.Item.Kind;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** 1EdTech CASE 1.1: a framework as CFPackage – CFDocument, CFItems, CFAssociations, and its levels as a CFRubric. */
final class CasePackage {

    private static final Map<Kind, String> TYPES =
            Map.of(Kind.DOMAIN, "Domain", Kind.COMPONENT, "Competency", Kind.INDICATOR, "Indicator");

    private CasePackage() {}

    /** {@code changed} is when anything of it was changed last, {@code site} the public address; the addresses of parts lie under it. */
    static Map<String, Object> write(
            Framework framework,
            Content content,
            List<FrameworkRepository.Match> matches,
            OffsetDateTime changed,
            String site) {
        var at = changed.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        var document = link(site, "CFDocuments", content.identifier(), content.title());
        var byCode = new HashMap<String, Item>();
        content.items().forEach(it -> byCode.put(it.code(), it));
        var associations = new ArrayList<Map<String, Object>>();
        var items = new ArrayList<Map<String, Object>>();
        var number = 0;
        for (var it : content.items()) {
            var own = link(site, "CFItems", it.identifier(), it.name());
            items.add(item(it, own, document, at));
            var parent = it.parentCode() == null ? null : byCode.get(it.parentCode());
            associations.add(association(
                    site,
                    "isChildOf",
                    own,
                    parent == null ? document : link(site, "CFItems", parent.identifier(), parent.name()),
                    ++number,
                    at));
        }
        for (var match : matches) {
            associations.add(association(
                    site,
                    match.exact() ? "exactMatchOf" : "isRelatedTo",
                    link(site, "CFItems", match.from(), match.fromName()),
                    link(site, "CFItems", match.to(), match.toName()),
                    ++number,
                    at));
        }
        var whole = new LinkedHashMap<String, Object>();
        whole.put("CFDocument", document(framework, content, document, at, site));
        whole.put("CFItems", items);
        whole.put("CFAssociations", associations);
        whole.put("CFRubrics", List.of(rubric(content, site, at)));
        return whole;
    }

    private static Map<String, Object> document(
            Framework framework, Content content, Map<String, Object> own, OffsetDateTime at, String site) {
        var it = new LinkedHashMap<String, Object>();
        it.put("identifier", content.identifier());
        it.put("uri", own.get("uri"));
        it.put("creator", content.creator());
        it.put("title", content.title());
        it.put("lastChangeDateTime", at);
        it.put("version", content.version());
        it.put("language", "vi");
        it.put("frameworkType", "Competency");
        it.put(
                "adoptionStatus",
                switch (framework.state()) {
                    case DRAFT -> "Draft";
                    case ACTIVE -> "Adopted";
                    case ENDED -> "Deprecated";
                });
        if (!framework.note().isEmpty()) {
            it.put("notes", framework.note());
        }
        it.put("CFPackageURI", link(site, "CFPackages", content.identifier(), content.title()));
        it.put(
                "extensions",
                Map.of(
                        "code", content.code(),
                        "audience", content.audience().name(),
                        "englishTitle", content.english()));
        return it;
    }

    private static Map<String, Object> item(
            Item it, Map<String, Object> own, Map<String, Object> document, OffsetDateTime at) {
        var written = new LinkedHashMap<String, Object>();
        written.put("identifier", it.identifier());
        written.put("uri", own.get("uri"));
        written.put("CFDocumentURI", document);
        written.put("fullStatement", it.name());
        if (!it.english().isEmpty()) {
            written.put("alternativeLabel", it.english());
        }
        written.put("humanCodingScheme", it.code());
        written.put("CFItemType", TYPES.get(it.kind()));
        if (it.levelCode() != null) {
            written.put("educationLevel", List.of(it.levelCode()));
        }
        written.put("language", "vi");
        written.put("lastChangeDateTime", at);
        return written;
    }

    private static Map<String, Object> association(
            String site, String type, Map<String, Object> from, Map<String, Object> to, int number, OffsetDateTime at) {
        var identifier = Change.identifier(type, from.get("identifier") + " " + to.get("identifier"));
        var it = new LinkedHashMap<String, Object>();
        it.put("identifier", identifier);
        it.put("uri", site + "/frameworks/case/CFAssociations/" + identifier);
        it.put("associationType", type);
        it.put("sequenceNumber", number);
        it.put("originNodeURI", from);
        it.put("destinationNodeURI", to);
        it.put("lastChangeDateTime", at);
        return it;
    }

    private static Map<String, Object> rubric(Content content, String site, OffsetDateTime at) {
        var rubric = Change.identifier(content.identifier().toString(), "rubric");
        var criterion = Change.identifier(content.identifier().toString(), "criterion");
        var levels = new ArrayList<Map<String, Object>>();
        for (var it : content.levels()) {
            var identifier = Change.identifier(content.identifier().toString(), "level " + it.code());
            var level = new LinkedHashMap<String, Object>();
            level.put("identifier", identifier);
            level.put("uri", site + "/frameworks/case/CFRubricCriterionLevels/" + identifier);
            level.put("rubricCriterionId", criterion);
            level.put("quality", it.name());
            level.put("description", it.english());
            level.put("score", levels.size() + 1);
            level.put("position", levels.size() + 1);
            level.put("extensions", Map.of("code", it.code(), "band", it.band()));
            level.put("lastChangeDateTime", at);
            levels.add(level);
        }
        return Map.of(
                "identifier",
                rubric,
                "uri",
                site + "/frameworks/case/CFRubrics/" + rubric,
                "title",
                "Bậc",
                "lastChangeDateTime",
                at,
                "CFRubricCriteria",
                List.of(Map.of(
                        "identifier",
                        criterion,
                        "uri",
                        site + "/frameworks/case/CFRubricCriteria/" + criterion,
                        "rubricId",
                        rubric,
                        "position",
                        1,
                        "lastChangeDateTime",
                        at,
                        "CFRubricCriterionLevels",
                        levels)));
    }

    private static Map<String, Object> link(String site, String kind, UUID identifier, String title) {
        var it = new LinkedHashMap<String, Object>();
        it.put("title", title);
        it.put("identifier", identifier);
        it.put("uri", site + "/frameworks/case/" + kind + "/" + identifier);
        return it;
    }

    /** Reads a CFPackage of ours or another's; one without a code of its own is named by its title. */
    static Content read(byte[] file) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(file);
        } catch (JacksonException e) {
            throw new Refusal("Tệp không phải JSON đọc được. Hãy xuất lại gói CASE 1.1 (CFPackage) rồi tải lên.");
        }
        var document = root.path("CFDocument");
        if (!document.isObject() || !root.path("CFItems").isArray()) {
            throw new Refusal("Tệp JSON không phải gói CASE: cần CFDocument và CFItems.");
        }
        var identifier = identifier(document, "CFDocument");
        var extensions = document.path("extensions");
        var levels = new ArrayList<Level>();
        for (var rubric : root.path("CFRubrics")) {
            for (var criterion : rubric.path("CFRubricCriteria")) {
                for (var it : criterion.path("CFRubricCriterionLevels")) {
                    levels.add(new Level(
                            text(it.path("extensions"), "code", text(it, "position", "")),
                            text(it, "quality", ""),
                            text(it, "description", ""),
                            text(it.path("extensions"), "band", "")));
                }
            }
        }
        var codes = new HashMap<UUID, String>();
        for (var it : root.path("CFItems")) {
            codes.put(identifier(it, "CFItem"), text(it, "humanCodingScheme", ""));
        }
        var parents = new HashMap<UUID, String>();
        for (var it : root.path("CFAssociations")) {
            if ("isChildOf".equals(text(it, "associationType", ""))) {
                var to = codes.get(identifier(it.path("destinationNodeURI"), "destinationNodeURI"));
                if (to != null) {
                    parents.put(identifier(it.path("originNodeURI"), "originNodeURI"), to);
                }
            }
        }
        var items = new ArrayList<Item>();
        for (var it : root.path("CFItems")) {
            var own = identifier(it, "CFItem");
            items.add(new Item(
                    own,
                    text(it, "humanCodingScheme", ""),
                    parents.get(own),
                    kind(text(it, "CFItemType", ""), parents.get(own)),
                    it.path("educationLevel").isArray()
                                    && !it.path("educationLevel").isEmpty()
                            ? it.path("educationLevel").get(0).asString("")
                            : null,
                    text(it, "fullStatement", ""),
                    text(it, "alternativeLabel", "")));
        }
        var title = text(document, "title", "");
        return new Content(
                identifier,
                text(
                        extensions,
                        "code",
                        Vietnamese.fold(title)
                                .toUpperCase(java.util.Locale.ROOT)
                                .replaceAll("[^A-Z0-9]+", "-")
                                .replaceAll("^(.{1,20}).*$", "$1")),
                text(document, "version", "1"),
                title,
                text(extensions, "englishTitle", ""),
                "TEACHER".equals(text(extensions, "audience", ""))
                        ? Framework.Audience.TEACHER
                        : Framework.Audience.LEARNER,
                text(document, "creator", ""),
                List.copyOf(levels),
                List.copyOf(items));
    }

    private static Kind kind(String type, @Nullable String parent) {
        for (var it : TYPES.entrySet()) {
            if (it.getValue().equals(type)) {
                return it.getKey();
            }
        }
        return parent == null ? Kind.DOMAIN : Kind.COMPONENT;
    }

    private static UUID identifier(JsonNode node, String where) {
        var text = text(node, "identifier", "");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal("%s có identifier “%s” không phải UUID.".formatted(where, text));
        }
    }

    private static String text(JsonNode node, String field, String otherwise) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() ? Vietnamese.tidy(value.asString("")) : otherwise;
    }
}
