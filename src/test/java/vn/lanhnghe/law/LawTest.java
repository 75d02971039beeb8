package vn.lanhnghe.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;

/** The legal register: what is in force when, what comes after what, what hangs on it. */
@SpringBootTest(properties = "lanhnghe.data=target/test-data/law-${random.uuid}")
class LawTest {

    @Autowired
    Laws laws;

    @Autowired
    LawRepository repository;

    private <T> T officer(Supplier<T> deed) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "x", null, AuthorityUtils.createAuthorityList("LAW_VIEW", "LAW_MANAGE")));
        try {
            return new Scope(Scope.Reach.CITY, null, null, null, null, "Chuyên viên").get(deed);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private int supersede(String text, String by, String title, LocalDate since) {
        return officer(() -> {
            laws.supersede(id(text), by, title, false, since, "Điều khoản thi hành");
            return 1;
        });
    }

    private long id(String code) {
        return repository.find(code).orElseThrow().id();
    }

    private LawText.Force force(String code, LocalDate day) {
        return repository.find(code).orElseThrow().on(day);
    }

    @Test
    void the_register_holds_every_text_that_the_platform_rests_on() {
        var codes = repository.list().stream().map(LawText::code).toList();
        assertThat(codes).hasSizeGreaterThan(50);
        for (var number : List.of(
                "124/2025",
                "123/2025",
                "73/2025",
                "93/2026",
                "66/2026",
                "88/2026",
                "95/2026",
                "TT 38/2026",
                "TT 40/2026",
                "TT 43/2026",
                "TT 45/2026",
                "TT 46/2026",
                "TT 52/2026",
                "TT 55/2026",
                "TT 10/2026",
                "TT 02/2025",
                "TT 18/2026",
                "334/2026",
                "148/2025",
                "224/2026",
                "60/2024",
                "278/2025",
                "47/2020",
                "20/2020",
                "91/2025",
                "356/2025",
                "20/2023",
                "116/2025",
                "142/2026",
                "84/2025",
                "217/2025",
                "NĐ 88/2022",
                "66.22/2026",
                "04/2022",
                "03/2017",
                "05/2021",
                "23/2018",
                "26/2020",
                "28/2017",
                "15/2017",
                "35/2021",
                "08/2017",
                "33/2018",
                "143/2016",
                "24/2022",
                "2550",
                "2222")) {
            assertThat(codes).as(number).anyMatch(it -> it.contains(number));
        }
    }

    @Test
    void force_follows_the_day() {
        assertThat(force("NĐ 95/2026/NĐ-CP", LocalDate.of(2026, 3, 30))).isEqualTo(LawText.Force.NOT_YET);
        assertThat(force("NĐ 95/2026/NĐ-CP", LocalDate.of(2026, 3, 31))).isEqualTo(LawText.Force.IN_FORCE);
        assertThat(force("NĐ 42/2022/NĐ-CP", LocalDate.of(2026, 7, 1))).isEqualTo(LawText.Force.EXPIRED);
        assertThat(force("NQ 66.22/2026/NQ-CP", LocalDate.of(2027, 3, 1))).isEqualTo(LawText.Force.EXPIRED);
        assertThat(force("NĐ 143/2016/NĐ-CP", LocalDate.of(2026, 1, 1))).isEqualTo(LawText.Force.UNKNOWN);
    }

    @Test
    void what_hangs_on_a_plan_are_its_targets_and_their_formula() {
        var clauses = repository.listClauses("QĐ 2550/QĐ-UBND").stream()
                .map(Clause::clauseCode)
                .toList();
        var hanging = laws.listReliances(clauses);
        assertThat(hanging.stream().filter(it -> it.kind().equals("Chỉ tiêu"))).hasSize(9);
        assertThat(hanging.stream().filter(it -> it.kind().equals("Công thức")))
                .extracting(Reliant.Reliance::address)
                .contains("/indicators/CT05", "/indicators/CT06", "/indicators/CT06.2025");
        assertThat(laws.listReliances(List.of("TT04-2022.KQHT")))
                .extracting(Reliant.Reliance::kind)
                .containsExactly("Thang điểm");
        assertThat(laws.listReliances(List.of("ND95-2026.TEN")))
                .extracting(Reliant.Reliance::label)
                .hasSize(3);
    }

    @Test
    void a_superseded_text_lists_what_hangs_on_it_until_that_is_undone() {
        var before = officer(() -> laws.listLeftBehind()).size();
        supersede("TT 04/2022/TT-BLĐTBXH", "TT 99/2026/TT-BGDĐT", "Tổ chức đào tạo", LocalDate.of(2026, 12, 1));
        assertThat(force("TT 04/2022/TT-BLĐTBXH", LocalDate.of(2026, 12, 1))).isEqualTo(LawText.Force.EXPIRED);
        assertThat(repository.listRelations("TT 99/2026/TT-BGDĐT"))
                .extracting(Relation::kind)
                .containsExactly(Relation.Kind.REPLACES);
        assertThat(officer(() -> laws.listLeftBehind()).size()).isGreaterThan(before);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> supersede("TT 99/2026/TT-BGDĐT", "TT 04/2022/TT-BLĐTBXH", "", LocalDate.of(2027, 1, 1)))
                .withMessageContaining("lẫn nhau");
        officer(() -> {
            laws.reinstate(id("TT 04/2022/TT-BLĐTBXH"), "ghi nhầm");
            return 1;
        });
        assertThat(force("TT 04/2022/TT-BLĐTBXH", LocalDate.of(2026, 12, 1))).isEqualTo(LawText.Force.IN_FORCE);
        assertThat(officer(() -> laws.listLeftBehind()).size()).isEqualTo(before);
    }

    @Test
    void what_cannot_be_is_refused_in_words_and_nothing_is_saved() {
        var day = LocalDate.of(2026, 12, 1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> supersede("NĐ 95/2026/NĐ-CP", "nđ 95/2026/nđ-cp", "", day))
                .withMessageContaining("chính nó");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        supersede("NĐ 95/2026/NĐ-CP", "NĐ 1/2027/NĐ-CP", "Nghị định mới", LocalDate.of(2020, 1, 1)))
                .withMessageContaining("phải sau");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> supersede("NĐ 95/2026/NĐ-CP", "NĐ 1/2027/NĐ-CP", "", day))
                .withMessageContaining("chưa có trong sổ");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            "x", null, AuthorityUtils.createAuthorityList("LAW_VIEW")));
            try {
                laws.reinstate(1, "x");
            } finally {
                SecurityContextHolder.clearContext();
            }
        });
        assertThat(repository.find("NĐ 1/2027/NĐ-CP")).isEmpty();
        assertThat(force("NĐ 95/2026/NĐ-CP", day)).isEqualTo(LawText.Force.IN_FORCE);
    }
}
