package vn.lanhnghe.law.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.lanhnghe.law.wording.Comparison.Kind;
import vn.lanhnghe.shared.Refusal;

/** Texts are cut into clauses as they are printed, and two of them are laid side by side clause by clause. */
class WordingTest {

    private static final String OLD = """
            BỘ GIÁO DỤC VÀ ĐÀO TẠO
            THÔNG TƯ
            Chương I
            QUY ĐỊNH CHUNG
            Điều 1. Phạm vi điều chỉnh
            Thông tư này quy định chuẩn cơ sở giáo dục nghề nghiệp.
            Điều 2. Giải thích từ ngữ
            1. Người học là người đang học chương trình đào tạo.
            2. Cơ sở là nơi tổ chức đào tạo, gồm:
            a) Trường cao đẳng;
            b) Trường trung cấp;
            đ) Cơ sở khác.
            Điều 3. Báo cáo
            Báo cáo gửi trước ngày 31 tháng 3.
            Phụ lục I
            1. Mẫu thứ nhất
            2. Mẫu thứ hai
            """;

    private static final String NEW = """
            BỘ GIÁO DỤC VÀ ĐÀO TẠO
            THÔNG TƯ
            Chương I
            QUY ĐỊNH CHUNG
            Điều 1. Phạm vi điều chỉnh
            Thông tư này quy định chuẩn cơ sở giáo dục nghề nghiệp.
            Điều 2. Giải thích từ ngữ
            1. Người học là người đang học chương trình đào tạo.
            2. Cơ sở là nơi tổ chức đào tạo, gồm:
            a) Trường cao đẳng;
            đ) Cơ sở khác.
            Điều 3. Công khai
            Cơ sở đăng kết quả tự đánh giá trên trang của mình để mọi người xem.
            Điều 4. Báo cáo
            Báo cáo gửi trước ngày 15 tháng 4.
            Phụ lục I
            1. Mẫu thứ nhất
            2. Mẫu thứ hai
            """;

    @Test
    void a_text_is_cut_into_its_clauses() {
        assertThat(Wording.read(OLD))
                .extracting(Passage::anchor)
                .containsExactly(
                        "mo-dau", "ci", "d1", "d2", "d2.1", "d2.2", "d2.2.a", "d2.2.b", "d2.2.dd", "d3", "pli", "pli.1",
                        "pli.2");
        assertThat(Wording.read(OLD))
                .filteredOn(it -> it.anchor().equals("d2.2.dd"))
                .singleElement()
                .isEqualTo(new Passage("d2.2.dd", "Điều 2, khoản 2, điểm đ", "đ) Cơ sở khác."));
        assertThat(words(OLD)).isEqualTo(OLD.lines().map(String::strip).collect(Collectors.joining("\n")));
    }

    @Test
    void an_article_that_comes_twice_keeps_both() {
        assertThat(Wording.read("Điều 1. A\nĐiều 1. B"))
                .extracting(Passage::anchor)
                .containsExactly("d1", "d1-2");
    }

    @Test
    void what_is_too_long_is_refused() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Wording.read("x".repeat(Wording.LONGEST + 1)));
    }

    @Test
    void a_clause_is_kept_changed_moved_added_or_left_out() {
        var it = Comparison.of(Wording.read(OLD), Wording.read(NEW));
        assertThat(it.lines())
                .filteredOn(line -> line.kind() == Kind.REMOVED)
                .extracting(Comparison.Line::label)
                .containsExactly("Điều 2, khoản 2, điểm b");
        assertThat(it.lines())
                .filteredOn(line -> line.kind() == Kind.MOVED)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.label()).isEqualTo("Điều 4");
                    assertThat(line.before())
                            .isNotNull()
                            .extracting(Passage::label)
                            .isEqualTo("Điều 3");
                    assertThat(pieces(line, Marked.Kind.REMOVED)).contains("31", "3.");
                    assertThat(pieces(line, Marked.Kind.ADDED)).contains("15", "4.");
                });
        assertThat(it.lines())
                .filteredOn(line -> line.kind() == Kind.ADDED)
                .extracting(Comparison.Line::label)
                .containsExactly("Điều 3");
        assertThat(it.count(Kind.SAME)).isEqualTo(11);
        // nothing is lost: each clause of both stands once
        assertThat(it.lines().stream().filter(line -> line.before() != null).count())
                .isEqualTo(Wording.read(OLD).size());
        assertThat(it.lines().stream().filter(line -> line.after() != null).count())
                .isEqualTo(Wording.read(NEW).size());
    }

    @Test
    void a_snippet_marks_what_was_looked_for_with_and_without_marks() {
        var words = "Cơ sở công khai báo cáo. ".repeat(30) + "Văn bằng số có giá trị như văn bằng giấy.";
        for (var query : List.of("văn bằng", "van bang")) {
            assertThat(Marked.snippet(words, query))
                    .filteredOn(it -> it.kind() == Marked.Kind.HIT)
                    .extracting(Marked::text)
                    .containsExactly("Văn", "bằng", "văn", "bằng");
        }
    }

    private static String words(String text) {
        return Wording.read(text).stream().map(Passage::words).collect(Collectors.joining("\n"));
    }

    private static List<String> pieces(Comparison.Line line, Marked.Kind kind) {
        return line.words().stream()
                .filter(it -> it.kind() == kind)
                .flatMap(it -> List.of(it.text().split(" ")).stream())
                .toList();
    }
}
