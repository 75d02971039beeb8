package vn.lanhnghe.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How well names are matched, on pairs written by hand: as registrars write them, and hard ones that are not the same. */
class NameMatchTest {

    private record Pair(String left, String right, boolean same) {}

    private static List<Pair> pairs(String file) throws IOException {
        try (var in = Objects.requireNonNull(NameMatchTest.class.getResourceAsStream("/institution/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(it -> it.split(";"))
                    .map(it -> new Pair(it[0], it[1], it[2].equals("1")))
                    .toList();
        }
    }

    /** The second file was written before the matcher and not looked at while it was tuned. */
    @ParameterizedTest
    @ValueSource(strings = {"name-pairs.csv", "name-pairs-later.csv"})
    void names_are_matched_with_precision_and_recall_of_95_percent(String file) throws IOException {
        var found = 0;
        var right = 0;
        var same = 0;
        var wrong = new ArrayList<String>();
        for (var pair : pairs(file)) {
            var score = NameMatch.score(pair.left(), pair.right());
            var taken = score >= NameMatch.SAME;
            same += pair.same() ? 1 : 0;
            found += taken ? 1 : 0;
            right += taken && pair.same() ? 1 : 0;
            if (taken != pair.same()) {
                wrong.add("%.2f %s | %s".formatted(score, pair.left(), pair.right()));
            }
        }
        assertThat((double) right / found).as("precision; wrong: %s", wrong).isGreaterThanOrEqualTo(0.95);
        assertThat((double) right / same).as("recall; wrong: %s", wrong).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void there_are_enough_pairs_of_both_kinds() throws IOException {
        assertThat(pairs("name-pairs.csv")).hasSizeGreaterThanOrEqualTo(150);
        assertThat(pairs("name-pairs.csv").stream().filter(it -> !it.same()).count())
                .isGreaterThanOrEqualTo(70);
    }

    @Test
    void likeness_has_no_direction() throws IOException {
        assertThat(pairs("name-pairs.csv"))
                .allSatisfy(it -> assertThat(NameMatch.score(it.left(), it.right()))
                        .isEqualTo(NameMatch.score(it.right(), it.left())));
    }

    @Test
    void the_best_of_a_register_come_first() {
        var match = NameMatch.over(List.of(
                "Trường Cao đẳng Kỹ thuật Cao Thắng",
                "Trường Cao đẳng Kỹ thuật Nguyễn Trường Tộ",
                "Trường Trung cấp Bách Nghệ"));
        assertThat(match.best("CĐ KT Cao Thắng", 2).getFirst().name()).isEqualTo("Trường Cao đẳng Kỹ thuật Cao Thắng");
        assertThat(match.best("Hoàn toàn khác hẳn", 3))
                .allSatisfy(it -> assertThat(it.score()).isLessThan(NameMatch.SAME));
        assertThat(match.best("", 3)).isEmpty();
    }
}
