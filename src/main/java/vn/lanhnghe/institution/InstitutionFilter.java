package vn.lanhnghe.institution;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.UriUtils;
import vn.lanhnghe.shared.Vietnamese;

/** What a list of institutions is filtered by, as asked for in an address; empty or 0 means all. */
record InstitutionFilter(String q, String type, String ownership, int region, String ward, String status) {

    private static final int LONGEST = 200;
    private static final int LAST_PAGE = 100_000;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("( va |[^a-z0-9])+");

    /** Never fails: addresses are typed, cut and guessed by anybody. */
    static InstitutionFilter asked(Map<String, String> query) {
        return new InstitutionFilter(
                text(query, "q"),
                text(query, "type"),
                text(query, "ownership"),
                number(query, "region", 0, 3),
                text(query, "ward"),
                text(query, "status"));
    }

    static int page(Map<String, String> query) {
        return Math.max(1, number(query, "page", 1, LAST_PAGE));
    }

    /** Folded words with one blank between them, so that neither dash nor ampersand nor "và" need be typed. */
    static String words(String text) {
        return BETWEEN_WORDS.matcher(Vietnamese.fold(text)).replaceAll(" ").strip();
    }

    String query() {
        var asked =
                Map.of("q", q, "type", type, "ownership", ownership, "region", region, "ward", ward, "status", status);
        return asked.entrySet().stream()
                .filter(it -> !it.getValue().equals("") && !it.getValue().equals(0))
                .sorted(Map.Entry.comparingByKey())
                .map(it -> it.getKey() + "=" + UriUtils.encode(it.getValue().toString(), "UTF-8"))
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
}
