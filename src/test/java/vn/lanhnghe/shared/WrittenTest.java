package vn.lanhnghe.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be written into a field. */
class WrittenTest {

    @Test
    void a_name_is_letters_of_any_script() {
        for (var name : List.of(
                "Nguyễn Thị Lan",
                "H'Hen Niê",
                "Y’Moan Êñuôl",
                "Jean-Luc O'Neill",
                "Trần T. Hoà",
                "李小龍",
                "Nguyễn Thị Lan".toUpperCase(java.util.Locale.ROOT),
                "Ả Rập Bá")) {
            assertThat(Written.nameFault(Vietnamese.tidy(name), 3)).as(name).isNull();
        }
        for (var name : List.of(
                "😀😀",
                "Lan 😀 Anh",
                "Trần Văn 5",
                "a@b.vn",
                "<b>Lan</b>",
                "An",
                "...",
                "Lan\u200dAnh",
                "Lan\u202eAnh",
                "Lan\u0000Anh",
                "Lan\ufffdAnh",
                "- Lan",
                "Nguyễn/Lan")) {
            assertThat(Written.nameFault(Vietnamese.tidy(name), 3)).as(name).contains("chữ cái");
        }
        assertThat(Written.nameFault("N".repeat(41) + " Lan", 3)).contains("không có dấu cách");
        assertThat(Written.nameFault("Ng ".repeat(50), 3)).contains("3–120");
        assertThat(Written.nameFault("An", 1)).isNull();
    }

    @Test
    void a_text_is_what_can_be_seen_and_read() {
        for (var text : List.of(
                "", "Khoa Điện – Điện tử (CNTT & AI), tổ 2/3", "Phòng “Đào tạo” ≥ 5 năm; 100 %", "Kỹ thuật C++/C#™")) {
            assertThat(Written.textFault(Vietnamese.tidy(text), 120)).as(text).isNull();
        }
        for (var text : List.of("Khoa 😀", "Khoa\u202eA", "Khoa\u200dA", "Khoa\u0007", "Khoa \ufffd", "Khoa ❤️")) {
            assertThat(Written.textFault(Vietnamese.tidy(text), 120)).as(text).contains("không nhìn thấy");
        }
        assertThat(Written.textFault("K".repeat(120), 120)).contains("không có dấu cách");
        assertThat(Written.textFault("Khoa ".repeat(30).strip(), 120)).contains("tối đa 120");
    }
}
