package vn.lanhnghe.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.Batches;
import vn.lanhnghe.intake.SheetKind;
import vn.lanhnghe.shared.Refusal;

/** What a file does to the register and how it is taken back: preview = commit, undo = before, export → import = 0 changes. */
@RehearsalTest
class IntakeLifeTest {

    private static final String HEADER =
            "Mã HSSV;Họ và tên;Ngày sinh;Số CCCD;Mã ngành, nghề;Trình độ;Ngày nhập học;Lớp;Điện thoại;Ghi đè\r\n";

    @Autowired
    Batches batches;

    @Autowired
    Personas personas;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<SheetKind> kinds;

    @Autowired
    Learners learners;

    @Test
    void a_list_is_written_and_taken_back_to_the_last_byte() {
        var before = fingerprint();
        var id = commit(
                "learners",
                HEADER + "UNDO1;Nguyễn Thị Lan;01/02/2006;098006000001;6480201;Cao đẳng;05/09/2024;24-THU;;\r\n"
                        + row(codes().getFirst(), "0909000111"));
        assertThat(fingerprint()).isNotEqualTo(before);
        assertThat(state(id)).isEqualTo("DONE");

        var undone = act(() -> batches.undo(id, "Tải nhầm tệp"));
        assertThat(undone).isEqualTo(2);
        assertThat(fingerprint()).isEqualTo(before);
        assertThat(state(id)).isEqualTo("UNDONE");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_a_file_holds_it_does_what_it_said_and_can_be_taken_back(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder(HEADER);
        var existing = codes();
        for (var i = 0; i < 40; i++) {
            var fresh = random.nextBoolean();
            text.append(
                            fresh
                                    ? "P%d%03d;Trần Văn Thử;%s;0980%02d%06d;%s;Cao đẳng;05/09/2024;;;"
                                            .formatted(
                                                    seed,
                                                    i,
                                                    random.nextInt(5) == 0 ? "31/02/2004" : "28/02/2004",
                                                    seed,
                                                    i,
                                                    random.nextInt(6) == 0 ? "1234567" : "6480201")
                                    : row(
                                                    existing.get(random.nextInt(existing.size())),
                                                    "09%08d".formatted(random.nextInt(100_000_000)))
                                            .strip())
                    .append("\r\n");
        }
        var before = fingerprint();
        var id = upload("learners", text.toString());
        var good = one("select good from intake.batch where id = " + id);
        var learners = one("select count(*) from learning.enrolment");
        act(() -> batches.commit(id));
        act(() -> {
            batches.await(id);
            return 0;
        });
        assertThat(one("select accepted from intake.batch where id = " + id)).isEqualTo(good);
        assertThat(one("select count(*) from learning.enrolment where batch_id = " + id))
                .isEqualTo(good);
        assertThat(one("select count(*) from learning.enrolment"))
                .isEqualTo(learners + one("select count(*) from learning.enrolment where first_batch_id = " + id));
        act(() -> batches.undo(id, "thử"));
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void every_sheet_that_comes_out_goes_in_again_and_changes_nothing() {
        for (var kind : kinds) {
            var persona = kind.ofTheDepartment() ? "chuyenvien" : "daotao.caothang";
            var id = act(persona, () -> {
                var extract = kind.extract();
                assertThat(extract).as(kind.code()).isNotEmpty();
                return batches.upload(kind.code() + ".csv", csv(extract.getFirst()), kind.code());
            });
            awaitCheck(persona, id);
            assertThat(act(persona, kind::recorded)).as(kind.code()).isPositive();
            assertThat(faults(id)).as(kind.code()).isEmpty();
            assertThat(one("select good from intake.batch where id = " + id))
                    .as(kind.code() + " good")
                    .isPositive();
            var effects = act(persona, () -> batches.effects(id));
            assertThat(effects).as(kind.code()).isEqualTo(Map.of("UNCHANGED", (int)
                    one("select good from intake.batch where id = " + id)));
        }
    }

    @Test
    void what_the_department_sends_about_the_register_is_taken_back_too() {
        var telephone = "select coalesce(facts ->> 'PHONE', '') from institution.institution where code = 'HITC'";
        var before = jdbcText(telephone);
        var id = act(
                "chuyenvien",
                () -> batches.upload(
                        "co-so.csv",
                        "Mã cơ sở;Điện thoại;Lý do\r\nHITC;028.3999.1234;Trường báo\r\n"
                                .getBytes(StandardCharsets.UTF_8),
                        "institutions"));
        act("chuyenvien", () -> batches.commit(id));
        act("chuyenvien", () -> {
            batches.await(id);
            return 0;
        });
        assertThat(jdbcText(telephone)).isEqualTo("028.3999.1234");
        assertThat(act("chuyenvien", () -> batches.undo(id, "Nhầm trường"))).isEqualTo(1);
        assertThat(jdbcText(telephone)).isEqualTo(before);
        assertThat(state(id)).isEqualTo("UNDONE");
    }

    @Test
    void a_value_changed_by_hand_survives_a_file_unless_its_row_insists() {
        var code = codes().get(7);
        var enrolment = one("select id from learning.enrolment where student_code = '" + code + "'");
        act(() -> {
            learners.edit(enrolment, Map.of("phone", "0911222333"), "Học viên báo số mới");
            return 0;
        });
        var kept = commit("learners", HEADER + row(code, "0944000444"));
        assertThat(phone(code)).isEqualTo("0911222333");
        var insisting = commit("learners", HEADER + row(code, "0944000444").strip() + "có\r\n");
        assertThat(phone(code)).isEqualTo("0944000444");
        assertThatThrownBy(() -> act(() -> batches.undo(kept, "thử")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("tệp sau");
        act(() -> batches.undo(insisting, "thử"));
        assertThat(phone(code)).isEqualTo("0911222333");
    }

    @Test
    void a_mass_change_is_braked_until_a_reason_is_given() {
        var rows = jdbcText("""
                select string_agg(concat_ws(';', e.student_code, l.full_name, to_char(l.birth_date, 'DD/MM/YYYY'), l.citizen_id,
                                  e.occupation_code, case e.level when 'CAO_DANG' then 'Cao đẳng' else 'Trung cấp' end, '', '',
                                  '0977777777', ''), E'\r\n')
                  from learning.enrolment e join learning.learner l on l.id = e.learner_id join institution.directory i on i.id = e.institution_id
                 where i.code = 'CKC'
                """);
        var id = upload("learners", HEADER + rows);
        assertThatThrownBy(() -> act(() -> batches.commit(id)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("trên")
                .hasMessageContaining("Điện thoại");
        act(() -> batches.commit(id, "Tổng đài trường đổi số"));
        act(() -> {
            batches.await(id);
            return 0;
        });
        assertThat(jdbcText("select override_reason from intake.batch where id = " + id))
                .isEqualTo("Tổng đài trường đổi số");
        act(() -> batches.undo(id, "thử"));
    }

    @Test
    void results_a_million_long_are_checked_in_slices_and_written_whole() {
        var text = new StringBuilder("Mã HSSV;Mã môn;Tên môn;Tín chỉ;Điểm\r\n");
        var codes = codes();
        var rows = 0;
        for (var module = 0; module < 20; module++) {
            for (var code : codes) {
                text.append(code)
                        .append(";MH9")
                        .append(module)
                        .append(";Môn dài ")
                        .append(module)
                        .append(";2;7,5\r\n");
                rows++;
            }
        }
        text.append("KHONGCO;MH91;Môn dài 1;2;7,5\r\n").append(codes.getFirst()).append(";MH91;Môn dài 1;2;8\r\n");
        text.append(codes.getFirst()).append(";MH92;Môn dài 2;2;mười\r\n");
        var before = fingerprint();
        var id = upload("results", text.toString());
        awaitCheck("daotao.caothang", id);
        assertThat(one("select good from intake.batch where id = " + id)).isEqualTo(rows);
        assertThat(one("select bad from intake.batch where id = " + id)).isEqualTo(3);
        assertThat(jdbcText(
                        "select string_agg(kind || row_no, ',' order by row_no) from intake.streamed_fault where batch_id = "
                                + id))
                .isEqualTo(
                        "UNKNOWN_LEARNER%d,DUPLICATE_IN_FILE%d,NOT_A_MARK%d".formatted(rows + 2, rows + 3, rows + 4));
        act(() -> batches.commit(id));
        act(() -> {
            batches.await(id);
            return 0;
        });
        assertThat(one("select count(*) from learning.result where batch_id = " + id))
                .isEqualTo(rows);
        act(() -> batches.undo(id, "thử"));
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void a_column_that_was_explained_once_is_known_in_the_next_file() {
        var header = HEADER.replace("Số CCCD", "Giấy tờ tuỳ thân số mấy");
        var row = "MAP1;Nguyễn Thị Lan;01/02/2006;098006000991;6480201;Cao đẳng;05/09/2024;;;\r\n";
        var first = upload("learners", header + row);
        assertThat(state(first)).isEqualTo("UPLOADED");
        act(() -> {
            batches.map(first, "learners", "Giấy tờ tuỳ thân số mấy", "citizenId");
            return 0;
        });
        assertThat(state(first)).isEqualTo("READY");
        assertThat(state(upload("learners", header + row.replace("MAP1", "MAP2"))))
                .isEqualTo("READY");
    }

    /** The row of a learner who is in the register, with another telephone. */
    private String row(String code, String phone) {
        return jdbcText("""
                select concat_ws(';', e.student_code, l.full_name, to_char(l.birth_date, 'DD/MM/YYYY'), l.citizen_id, e.occupation_code,
                                 case e.level when 'CAO_DANG' then 'Cao đẳng' else 'Trung cấp' end, '', '')
                  from learning.enrolment e join learning.learner l on l.id = e.learner_id where e.student_code = '%s'
                """.formatted(code)) + ";" + phone + ";\r\n";
    }

    private static byte[] csv(SheetKind.Extract extract) {
        var lines = new ArrayList<List<String>>();
        lines.add(extract.headers());
        if (!extract.legend().isEmpty()) {
            lines.add(extract.legend());
        }
        lines.addAll(extract.rows());
        var text = new StringBuilder();
        lines.forEach(line -> text.append(String.join(
                        ";",
                        line.stream()
                                .map(it -> '"' + it.replace("\"", "\"\"") + '"')
                                .toList()))
                .append("\r\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private long commit(String kind, String text) {
        var id = upload(kind, text);
        act(() -> batches.commit(id));
        act(() -> {
            batches.await(id);
            return 0;
        });
        return id;
    }

    /** A file too long to be held is checked in the background; how long an extract is depends on what the city holds by now. */
    private void awaitCheck(String persona, long id) {
        if (one("select count(*) from intake.batch where streamed and id = " + id) == 1) {
            act(persona, () -> {
                batches.awaitCheck(id);
                return 0;
            });
        }
    }

    private long upload(String kind, String text) {
        return act(() -> batches.upload("thu.csv", text.getBytes(StandardCharsets.UTF_8), kind));
    }

    private <T> T act(Supplier<T> work) {
        return act("daotao.caothang", work);
    }

    private <T> T act(String persona, Supplier<T> work) {
        var result = new AtomicReference<@org.jspecify.annotations.Nullable T>();
        Scope.system().run(() -> personas.act(persona, () -> result.set(work.get())));
        return java.util.Objects.requireNonNull(result.get());
    }

    private List<String> codes() {
        return Scope.system().get(() -> jdbc.sql("""
                        select e.student_code from learning.enrolment e join institution.directory i on i.id = e.institution_id
                         where i.code = 'CKC' and e.status = 'STUDYING' and e.first_batch_id = (select min(id) from intake.batch) order by 1
                        """).query(String.class).list());
    }

    private String faults(long id) {
        return jdbcText(
                "select coalesce(string_agg(header || ' ' || fault || ' ' || cells, '; '), '') from intake.fault_count where batch_id = "
                        + id);
    }

    private String phone(String code) {
        return jdbcText(
                "select l.phone from learning.learner l join learning.enrolment e on e.learner_id = l.id where e.student_code = '"
                        + code + "'");
    }

    private String state(long id) {
        return jdbcText("select state from intake.batch where id = " + id);
    }

    private String jdbcText(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(String.class).single());
    }

    private long one(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(Long.class).single());
    }

    /** Everything that a file may touch, as one number. */
    private String fingerprint() {
        return List.of("learner", "enrolment", "result", "module", "class", "hand_edit", "conduct", "image").stream()
                .map(it -> it
                        + jdbcText(
                                "select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) from learning."
                                        + it + " t"))
                .reduce("", (a, b) -> a + b + " ");
    }
}
