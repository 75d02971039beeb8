package vn.lanhnghe.institution;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import vn.lanhnghe.shared.Vietnamese;

/**
 * What a list of institutions is filtered by, as asked for in an address; empty or 0 means all. {@code on} is the day as at which
 * the register is read, today when null; {@code known} leaves out what was recorded after that day.
 */
record InstitutionFilter(
        String q,
        String type,
        String ownership,
        int region,
        String ward,
        String status,
        String occupation,
        String level,
        @Nullable LocalDate on,
        @Nullable LocalDate known) {

    private static final int LONGEST = 200;
    private static final int LAST_PAGE = 100_000;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    /** Never fails: addresses are typed, cut and guessed by anybody. */
    static InstitutionFilter asked(Map<String, String> query) {
        return new InstitutionFilter(
                text(query, "q"),
                text(query, "type"),
                text(query, "ownership"),
                number(query, "region", 0, 3),
                text(query, "ward"),
                text(query, "status"),
                text(query, "occupation"),
                text(query, "level"),
                day(query, "ngay"),
                day(query, "biet"));
    }

    static int page(Map<String, String> query) {
        return Math.max(1, number(query, "page", 1, LAST_PAGE));
    }

    /** The words looked for, folded. */
    List<String> words() {
        return Search.words(Vietnamese.fold(q)).stream()
                .filter(it -> !it.equals("va"))
                .toList();
    }

    /** Does the query carry accents, so that words with the same accents come first? */
    boolean accented() {
        return !Search.exact(q).equals(Search.folded(q));
    }

    String query() {
        var asked = new LinkedHashMap<String, String>();
        asked.put("level", level);
        asked.put("ngay", on == null ? "" : on.toString());
        asked.put("biet", known == null ? "" : known.toString());
        asked.put("occupation", occupation);
        asked.put("ownership", ownership);
        asked.put("q", q);
        asked.put("region", region == 0 ? "" : Integer.toString(region));
        asked.put("status", status);
        asked.put("type", type);
        asked.put("ward", ward);
        return asked.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> it.getKey() + "=" + UriUtils.encode(it.getValue(), "UTF-8"))
                .collect(Collectors.joining("&"));
    }

    private static String text(Map<String, String> query, String name) {
        var text = CONTROLS.matcher(query.getOrDefault(name, "")).replaceAll("");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static int number(Map<String, String> query, String name, int otherwise, int most) {
        var digits = query.getOrDefault(name, "");
        var known = digits.matches("[0-9]{1,9}") && Integer.parseInt(digits) <= most;
        return known ? Integer.parseInt(digits) : otherwise;
    }

    static @Nullable LocalDate day(Map<String, String> query, String name) {
        var text = query.getOrDefault(name, "");
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
