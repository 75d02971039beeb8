package vn.lanhnghe.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VietnameseTest {

    @Test
    void folding_takes_off_every_mark_and_the_bar_of_the_d() {
        assertThat(Vietnamese.fold("Đường Nguyễn Thị Minh Khai – Ệ ặ ự"))
                .isEqualTo("duong nguyen thi minh khai – e a u");
    }

    @Test
    void people_are_sorted_by_given_name_then_by_letter_and_tone() {
        assertThat(Stream.of(
                                "Trần Văn Ân",
                                "Nguyễn Thị An",
                                "Lê Ánh",
                                "Lê Thị Bình",
                                "Đỗ Đức Dũng",
                                "Phạm Đạt",
                                "Nguyễn Văn An")
                        .sorted(Comparator.comparing(Vietnamese::sortKey)))
                .containsExactly(
                        "Nguyễn Thị An",
                        "Nguyễn Văn An",
                        "Lê Ánh",
                        "Trần Văn Ân",
                        "Lê Thị Bình",
                        "Đỗ Đức Dũng",
                        "Phạm Đạt");
    }
}
