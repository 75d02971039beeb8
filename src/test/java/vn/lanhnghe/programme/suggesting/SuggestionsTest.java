package vn.lanhnghe.programme.suggesting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.lanhnghe.RehearsalTest;

/**
 * Outcomes of many trades find the component a designer would choose. The phrases were written knowing the outcomes marked "tune"; those
 * marked "report" were written after all phrases and only counted.
 */
@RehearsalTest
class SuggestionsTest {

    @Autowired
    Suggestions suggestions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void designer() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "x", "x", AuthorityUtils.createAuthorityList("PROGRAMME_VIEW")));
    }

    @AfterEach
    void gone() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_set_is_large_enough_and_covers_every_component() throws IOException {
        var said = outcomes(it -> !it.code().equals("-"));
        assertThat(said).hasSizeGreaterThanOrEqualTo(150);
        assertThat(said.stream().map(Labelled::occupation).distinct()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(outcomes(it -> it.code().equals("-"))).hasSizeGreaterThanOrEqualTo(20);
        for (var half : List.of("tune", "report")) {
            assertThat(said.stream()
                            .filter(it -> it.half().equals(half))
                            .map(Labelled::code)
                            .distinct())
                    .hasSize(24);
        }
    }

    @Test
    void four_of_five_outcomes_find_their_component_among_the_first_five() throws IOException {
        var tuned = found("tune");
        var reported = found("report");
        System.out.printf(
                "Gợi ý thành phần: tune %.1f %%, report %.1f %% đúng trong 5 gợi ý%n", 100 * tuned, 100 * reported);
        assertThat(reported).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void of_what_is_not_digital_little_is_suggested() throws IOException {
        var others = outcomes(it -> it.code().equals("-") && it.half().equals("report"));
        var wrong =
                others.stream().filter(it -> !suggest(it.outcome()).isEmpty()).toList();
        System.out.printf("Không thuộc năng lực số: %d/%d vẫn có gợi ý%n", wrong.size(), others.size());
        assertThat(wrong.size()).isLessThanOrEqualTo(others.size() / 4);
    }

    @Test
    void a_suggestion_says_which_words_it_met_with_marks_or_without() {
        var marked = suggest("Lập trình PLC điều khiển băng chuyền").getFirst();
        assertThat(marked.code()).isEqualTo("3.4");
        assertThat(marked.because()).contains("lập trình plc");
        assertThat(suggest("lap trinh PLC dieu khien bang chuyen").getFirst().code())
                .isEqualTo("3.4");
        assertThat(suggest("Khóa màn hình, đặt mật khẩu").getFirst().code()).isEqualTo("4.1");
        assertThat(suggest("")).isEmpty();
        assertThat(suggest("!!! ??? ()")).isEmpty();
        assertThat(suggest("phần mềm ".repeat(5000))).hasSizeLessThanOrEqualTo(5);
        assertThat(suggestions.suggest("Lập trình PLC", framework("NLS-NH"), 0)).isEmpty();
    }

    @Test
    void other_frameworks_are_searched_by_their_names() {
        assertThat(suggestions.suggest("Phân tích kết quả kiểm tra của lớp", framework("NLS-NG"), 5))
                .extracting(Suggestion::code)
                .contains("2.2");
        assertThat(suggestions.suggest("Lựa chọn tài nguyên số cho bài học", framework("DIGCOMPEDU"), 5))
                .extracting(Suggestion::code)
                .contains("2.1");
        assertThat(suggestions.suggest("Lập trình PLC", -1, 5)).isEmpty();
    }

    @Test
    void ninety_five_of_a_hundred_are_answered_within_thirty_milliseconds() throws IOException {
        var all = outcomes(it -> true);
        all.forEach(it -> suggest(it.outcome()));
        var times = all.stream()
                .mapToLong(it -> {
                    var start = System.nanoTime();
                    suggest(it.outcome());
                    return System.nanoTime() - start;
                })
                .sorted()
                .toArray();
        var p95 = times[times.length * 95 / 100] / 1e6;
        System.out.printf("Một gợi ý: p95 %.1f ms%n", p95);
        assertThat(p95).isLessThan(30);
    }

    private record Labelled(String half, String code, String occupation, String outcome) {}

    private double found(String half) throws IOException {
        var all = outcomes(it -> it.half().equals(half) && !it.code().equals("-"));
        var found = all.stream()
                .filter(it -> suggest(it.outcome()).stream()
                        .anyMatch(hit -> hit.code().equals(it.code())))
                .count();
        return found / (double) all.size();
    }

    private List<Suggestion> suggest(String outcome) {
        return suggestions.suggest(outcome, framework("NLS-NH"), 5);
    }

    private long framework(String code) {
        return jdbc.sql(
                        "select framework_id from framework.item_list where framework_code = :code and state = 'ACTIVE' limit 1")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private static List<Labelled> outcomes(Predicate<Labelled> which) throws IOException {
        try (var in = Objects.requireNonNull(SuggestionsTest.class.getResourceAsStream("/programme/outcomes.tsv"))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(it -> it.split("\t"))
                    .map(it -> new Labelled(it[0], it[1], it[2], it[3]))
                    .filter(which)
                    .toList();
        }
    }
}
