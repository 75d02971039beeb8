package vn.lanhnghe.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.intake.Difference;
import vn.lanhnghe.intake.FaultKind;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.ItemSheet;
import vn.lanhnghe.intake.ItemSheet.Item;
import vn.lanhnghe.intake.ItemSheet.Wrong;
import vn.lanhnghe.intake.Items;
import vn.lanhnghe.intake.SheetKind;
import vn.lanhnghe.shared.Secret;
import vn.lanhnghe.shared.Vietnamese;

/** What a college's own system sends: checked as a file would be, then written, the right items in one transaction. */
@Service
@Transactional
public class Pushes {

    static final String SOURCE_ID = "sourceId";

    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}._:@+~=-]{1,100}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

    /** What became of one item, or would: {@code created}, {@code updated}, {@code unchanged}, {@code rejected}. */
    record Verdict(
            int index,
            String sourceId,
            String result,
            List<Map<String, Object>> errors,
            List<Map<String, String>> kept) {}

    /** {@code batch} is the import centre's number of what was written; null when nothing was. */
    record Outcome(@Nullable Long batch, List<Verdict> verdicts) {}

    /** An item as it was read from JSON, with what was wrong with its form. */
    private record Read(String sourceId, Item item, List<Wrong> wrongs, String hash) {}

    private final Items items;
    private final SourceRepository sources;
    private final JsonMapper json;

    Pushes(Items items, SourceRepository sources, JsonMapper json) {
        this.items = items;
        this.sources = sources;
        this.json = json;
    }

    Outcome push(ApiCaller caller, SheetKind kind, List<? extends JsonNode> sent, boolean dryRun) {
        sources.queue(kind.code());
        var fields = kind.fields();
        var read = sent.stream().map(it -> read(kind, fields, it)).toList();
        var sheet = items.check(kind, read.stream().map(Read::item).toList());
        var known = sources.find(
                kind.code(), read.stream().map(Read::sourceId).distinct().toList());
        weigh(sheet, read, known);
        items.compare(sheet);
        var results = results(sheet, read, known);
        var chosen = sheet.right().stream()
                .filter(it -> sheet.effect(it) != Difference.Effect.UNCHANGED)
                .toList();
        var batch = dryRun || chosen.isEmpty() ? null : items.commit(sheet, "API · " + caller.name(), chosen);
        var verdicts = new ArrayList<Verdict>();
        for (var i = 0; i < read.size(); i++) {
            verdicts.add(new Verdict(
                    i,
                    read.get(i).sourceId(),
                    results.get(i),
                    results.get(i).equals("rejected")
                            ? sheet.wrongs(i).stream().map(Pushes::shown).toList()
                            : List.of(),
                    sheet.right(i) ? kept(sheet.kept(i)) : List.of()));
        }
        if (!dryRun) {
            remember(sheet, read, verdicts, batch);
        }
        return new Outcome(batch, verdicts);
    }

    /** Values that a person has written by hand in the register and that the item therefore did not change. */
    private static List<Map<String, String>> kept(List<Difference.Change> changes) {
        return changes.stream()
                .map(it -> Map.of("field", it.label(), "kept", it.before(), "sent", it.after()))
                .toList();
    }

    private void weigh(ItemSheet sheet, List<Read> read, Map<String, SourceRepository.Source> known) {
        var label = label(sheet.kind());
        var first = new HashMap<String, Integer>();
        for (var i = 0; i < read.size(); i++) {
            var it = read.get(i);
            it.wrongs().forEach(new Adding(sheet, i)::add);
            var earlier = it.sourceId().isEmpty() ? null : first.putIfAbsent(it.sourceId(), i);
            if (earlier != null) {
                sheet.wrong(
                        i,
                        new Wrong(
                                "/" + SOURCE_ID,
                                it.sourceId(),
                                FaultKind.SOURCE_ID,
                                "Mã nguồn này đã có ở mục %d. Mỗi mục trong một lần gửi có một mã nguồn."
                                        .formatted(earlier + 1),
                                null));
            }
            var before = known.get(it.sourceId());
            var key = sheet.key(i);
            if (before != null
                    && before.key() != null
                    && key != null
                    && !before.key().equals(key)) {
                sheet.wrong(
                        i,
                        new Wrong(
                                "/" + SOURCE_ID,
                                it.sourceId(),
                                FaultKind.SOURCE_ID_MOVED,
                                "Mã nguồn này trước đây là hồ sơ có %s “%s”, lần này ghi “%s”. Gửi lại với %s cũ, hoặc dùng mã nguồn khác."
                                        .formatted(label, before.key(), key, label),
                                null));
            }
        }
    }

    /** Adds to one item of a sheet. */
    private record Adding(ItemSheet sheet, int item) {
        void add(Wrong wrong) {
            sheet.wrong(item, wrong);
        }
    }

    private static String label(SheetKind kind) {
        var field = ItemSheet.key(kind);
        return field == null ? "khoá" : field.label();
    }

    private static List<String> results(ItemSheet sheet, List<Read> read, Map<String, SourceRepository.Source> known) {
        var results = new ArrayList<String>();
        for (var i = 0; i < read.size(); i++) {
            if (sheet.right(i)) {
                results.add(
                        switch (sheet.effect(i)) {
                            case NEW -> "created";
                            case CHANGED -> "updated";
                            case UNCHANGED -> "unchanged";
                        });
            } else {
                results.add(sentBefore(sheet.wrongs(i), read.get(i), known) ? "unchanged" : "rejected");
            }
        }
        return results;
    }

    /** The very item that was accepted before, which now finds its own record in its place. */
    private static boolean sentBefore(List<Wrong> wrongs, Read read, Map<String, SourceRepository.Source> known) {
        var before = known.get(read.sourceId());
        return before != null
                && read.hash().equals(before.hash())
                && wrongs.stream().allMatch(it -> it.kind() == FaultKind.ALREADY_TAKEN);
    }

    private void remember(ItemSheet sheet, List<Read> read, List<Verdict> verdicts, @Nullable Long batch) {
        var seen = new HashSet<String>();
        var sent = new ArrayList<SourceRepository.Sent>();
        for (var verdict : verdicts) {
            var it = read.get(verdict.index());
            if (!SOURCE.matcher(it.sourceId()).matches() || !seen.add(it.sourceId())) {
                continue;
            }
            var accepted = !verdict.result().equals("rejected");
            var written = verdict.result().equals("created") || verdict.result().equals("updated");
            sent.add(new SourceRepository.Sent(
                    it.sourceId(),
                    accepted ? sheet.key(verdict.index()) : null,
                    accepted ? it.hash() : null,
                    verdict.result(),
                    accepted ? null : json.writeValueAsString(verdict.errors()),
                    written ? batch : null));
        }
        sources.write(sheet.kind().code(), sent);
    }

    private static Map<String, Object> shown(Wrong wrong) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("pointer", wrong.pointer());
        shown.put("value", wrong.written());
        shown.put("code", wrong.kind().code());
        shown.put("message", wrong.message());
        shown.put("messageEn", wrong.kind().english());
        if (wrong.fix() != null) {
            shown.put("fix", wrong.fix());
        }
        return shown;
    }

    private static Read read(SheetKind kind, List<Field> fields, JsonNode node) {
        var written = new TreeMap<String, String>();
        var extras = new TreeMap<String, ItemSheet.Extra>();
        var wrongs = new ArrayList<Wrong>();
        var sourceId = "";
        for (var property : node.properties()) {
            var name = property.getKey();
            var value = property.getValue();
            var pointer = "/" + name.replace("~", "~0").replace("/", "~1");
            if (name.equals(SOURCE_ID)) {
                sourceId = value.isString() || value.isNumber() ? value.asString() : "";
            } else if (fields.stream().anyMatch(it -> it.key().equals(name))) {
                text(value, pointer, wrongs).ifPresent(it -> written.put(name, it));
            } else if (kind.takes(name) && !CONTROL.matcher(name).find()) {
                var inner = value.isObject() ? Objects.requireNonNullElse(value.get("value"), value) : value;
                var legend = value.isObject() ? value.get("legend") : null;
                var mark = text(inner, pointer, wrongs).orElse("");
                extras.put(
                        Vietnamese.tidy(name),
                        new ItemSheet.Extra(
                                mark,
                                legend == null
                                        ? ""
                                        : text(legend, pointer + "/legend", wrongs)
                                                .orElse("")));
            } else {
                wrongs.add(new Wrong(
                        pointer,
                        value.isValueNode() ? value.asString() : "",
                        FaultKind.UNKNOWN_PROPERTY,
                        "Loại bản ghi này không có thuộc tính như vậy. Các thuộc tính nhận được nằm trong /api/v1/schemas/%s.json."
                                .formatted(kind.code()),
                        null));
            }
        }
        if (!SOURCE.matcher(sourceId).matches()) {
            wrongs.add(new Wrong(
                    "/" + SOURCE_ID,
                    CONTROL.matcher(sourceId).replaceAll(""),
                    FaultKind.SOURCE_ID,
                    "Mã nguồn gồm 1 đến 100 chữ, số hoặc dấu . _ : @ + ~ = - và là mã của chính bản ghi trong phần mềm của trường.",
                    null));
        }
        return new Read(sourceId, new Item(written, extras), wrongs, Secret.hash(written + "|" + extras));
    }

    private static Optional<String> text(JsonNode value, String pointer, List<Wrong> wrongs) {
        if (value.isNull()) {
            return Optional.empty();
        }
        var text =
                value.isNumber() ? value.decimalValue().toPlainString() : value.isString() ? value.stringValue() : null;
        if (text == null || CONTROL.matcher(text).find()) {
            wrongs.add(new Wrong(
                    pointer,
                    value.isValueNode() ? CONTROL.matcher(value.asString()).replaceAll("") : "",
                    FaultKind.WRONG_TYPE,
                    "Cần một chuỗi hoặc một số, không có ký tự điều khiển.",
                    null));
            return Optional.empty();
        }
        return Optional.of(Vietnamese.tidy(text));
    }
}
