package vn.lanhnghe.institution;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.shared.Vietnamese;

/**
 * What institutions are found by: names with accents, the same without, abbreviations written out, initials of every run of words
 * ("cao đẳng kỹ thuật" is also found as cd, cdkt, kt), code, ward and occupations.
 */
@Repository
class Search {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST_INITIALS = 8;

    /** Abbreviations that stand in official names themselves. */
    private static final Map<String, String> WRITTEN_OUT = Map.of(
            "gdnn", "giao duc nghe nghiep",
            "gdtx", "giao duc thuong xuyen",
            "tphcm", "thanh pho ho chi minh",
            "hcm", "ho chi minh",
            "cd", "cao dang",
            "cdn", "cao dang nghe",
            "tc", "trung cap",
            "tcn", "trung cap nghe",
            "kt", "ky thuat",
            "cn", "cong nghe");

    private static final String SOURCES = """
            select i.id, i.code || ' ' || coalesce(i.facts ->> 'NATIONAL_CODE', '') as code,
                   coalesce((select string_agg(distinct v.name || ' ' || coalesce(v.facts ->> 'NAME_EN', ''), ' | ') from institution.version v
                      where v.institution_id = i.id and v.superseded_at is null), i.name) as names,
                   coalesce((select string_agg(a.name, ' | ') from institution.alias a where a.institution_id = i.id and a.valid_to is null), '') as aliases,
                   concat_ws(' ', w.name, i.ward_code,
                     (select string_agg(concat_ws(' ', s.name, sw.name), ' ') from institution.site s
                        left join place.unit sw on sw.code = s.ward_code where s.institution_id = i.id),
                     (select string_agg(distinct concat_ws(' ', n.occupation_name, n.occupation_code), ' ') from institution.licence_line n
                        where n.institution_id = i.id)) as also
              from institution.institution i left join place.unit w on w.code = i.ward_code
             where :all or i.id = any(:ids)
            """;

    private record Source(long id, String code, String names, String aliases, String also) {}

    private final JdbcClient jdbc;

    Search(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes anew what the institutions are found by; all of them when {@code ids} is null. */
    void refresh(@Nullable Collection<Long> ids) {
        var sources = jdbc.sql(SOURCES)
                .param("all", ids == null)
                .param("ids", ids == null ? new Long[0] : ids.toArray(Long[]::new))
                .query(Source.class)
                .list();
        jdbc.sql("""
                insert into institution.search (institution_id, exact, names, also)
                select * from unnest(:ids::bigint[], :exact::text[], :names::text[], :also::text[])
                on conflict (institution_id) do update set exact = excluded.exact, names = excluded.names, also = excluded.also
                """)
                .param("ids", sources.stream().map(Source::id).toArray(Long[]::new))
                .param(
                        "exact",
                        sources.stream()
                                .map(it -> exact(it.names() + " " + it.aliases() + " " + it.also()))
                                .toArray(String[]::new))
                .param(
                        "names",
                        sources.stream()
                                .map(it -> names(it.names() + " | " + it.aliases()))
                                .toArray(String[]::new))
                .param(
                        "also",
                        sources.stream()
                                .map(it -> folded(it.code() + " " + it.also()))
                                .toArray(String[]::new))
                .update();
    }

    boolean empty() {
        return jdbc.sql("select not exists (select from institution.search)")
                .query(Boolean.class)
                .single();
    }

    /** Lower case with accents, each word after one blank. */
    static String exact(String text) {
        return " "
                + String.join(
                        " ",
                        words(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)));
    }

    static String folded(String text) {
        return " " + String.join(" ", words(Vietnamese.fold(text))) + " ";
    }

    static List<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text).filter(it -> !it.isEmpty()).toList();
    }

    /** Folded words of every name, abbreviations written out, and the initials of every run of two to eight words. */
    static String names(String names) {
        var all = new LinkedHashSet<String>();
        for (var name : names.split(" \\| ")) {
            var words = new ArrayList<String>();
            for (var word : words(Vietnamese.fold(name))) {
                words.addAll(List.of(WRITTEN_OUT.getOrDefault(word, word).split(" ")));
            }
            all.add(String.join(" ", words));
            all.addAll(words(Vietnamese.fold(name)));
            for (var from = 0; from < words.size(); from++) {
                var initials = new StringBuilder();
                for (var to = from; to < words.size() && to < from + LONGEST_INITIALS; to++) {
                    initials.append(words.get(to).charAt(0));
                    if (initials.length() > 1) {
                        all.add(initials.toString());
                    }
                }
            }
        }
        return " " + String.join(" ", all) + " ";
    }
}
