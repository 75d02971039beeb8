package vn.lanhnghe.credential.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.credential.issuing.Press;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.shared.Refusal;

/** A list of diplomas checked at once: each row for itself, what differs named and never told. */
@RehearsalTest
class ListCheckTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ListChecks lists;

    @Autowired
    JdbcClient jdbc;

    @Test
    void each_row_is_found_not_found_or_differs_where_it_is_said() {
        var press = new Press(context);
        var ids = press.release(3);
        var serial = press.text("select serial from credential.diploma where id = " + ids.get(0));
        var name = press.text("select full_name from credential.diploma where id = " + ids.get(0));
        var code = press.text("select code from credential.diploma where id = " + ids.get(1));
        var other = press.text("select code from credential.diploma where id = " + ids.get(2));
        var before = lists();
        var lines = lists.check(
                Spreadsheets.xlsx(
                        "x",
                        List.of("TT", "Mã tra cứu", "SỐ HIỆU", "Họ tên", "Ngày sinh", "Xếp loại"),
                        List.of(
                                List.of("1", "", serial, name.toUpperCase(java.util.Locale.ROOT), "3/2/2006", "Khá"),
                                List.of("2", code, "", "Trần Văn Khác", "03/02/2006", "Giỏi"),
                                List.of("3", "", serial, "Trần Văn Khác", "03/02/2006", ""),
                                List.of("4", "LN-00000-00000-00", "", "", "", ""),
                                List.of("5", "", serial, name, "31/02/2006", ""),
                                List.of("6", "", serial, "", "", ""),
                                List.of("7", other, "", "", "", ""),
                                List.of("7", other, "", "", "", "")),
                        java.util.Map.of()),
                "Công ty Minh Long",
                "Tuyển dụng");
        assertThat(lines).extracting(ListChecks.Line::row).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(lines.get(0).outcome()).isIn(Outcome.VALID, Outcome.NOT_LICENSED);
        assertThat(lines.get(0).differing()).isEmpty();
        assertThat(lines.get(1).outcome()).isEqualTo(Outcome.PAPER_DIFFERS);
        assertThat(lines.get(1).differing()).containsExactly("Họ và tên", "Xếp loại");
        assertThat(lines.get(1).answer()).doesNotContain("Trần Văn " + press.prefix);
        assertThat(lines.get(2).outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(lines.get(3).outcome()).isEqualTo(Outcome.NOT_OUR_CODE);
        assertThat(lines.get(4).trouble()).contains("31/02/2006");
        assertThat(lines.get(5).trouble()).contains("Thiếu mã tra cứu");
        assertThat(lines.get(7).trouble()).contains("lặp lại");
        assertThat(lists()).isEqualTo(before + 1);
    }

    @Test
    void a_file_that_is_no_such_list_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> check("Tên;Lớp\nA;B\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("tiêu đề");
        assertThatThrownBy(() -> check("Mã tra cứu\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("chưa có dòng");
        assertThatThrownBy(() -> check(IntStream.range(0, 201)
                        .mapToObj("LN-%05d"::formatted)
                        .collect(Collectors.joining("\n", "Mã tra cứu;Số hiệu\n", ""))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("201 dòng");
    }

    private List<ListChecks.Line> check(String csv) {
        return lists.check(csv.getBytes(StandardCharsets.UTF_8), "Ai đó", "Thử");
    }

    private long lists() {
        return Scope.system()
                .get(() -> jdbc.sql("select count(*) from credential.list_check where asker = 'Công ty Minh Long'")
                        .query(Long.class)
                        .single());
    }
}
