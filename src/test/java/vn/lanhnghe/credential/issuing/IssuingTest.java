package vn.lanhnghe.credential.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.Medium;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.shared.Refusal;

/** Diplomas on their way: four people, forms from the ledger, numbers in the book without a gap. */
@RehearsalTest
class IssuingTest {

    private static final String REGISTRAR = "daotao.thuduc";
    private static final String CHECKER = "nguoikiem.thuduc";
    private static final String HEAD = "hieutruong.thuduc";
    private static final String CLERK = "vanthu.thuduc";

    private static int series;

    @Autowired
    Issuing issuing;

    @Autowired
    IssuingRepository diplomas;

    @Autowired
    DecisionRepository decisions;

    @Autowired
    Blanks blanks;

    @Autowired
    Personas personas;

    @Autowired
    JdbcClient jdbc;

    long institution;
    String prefix = "";

    @BeforeEach
    void begin() {
        institution = one("select id from institution.directory where code = 'TDC'");
        prefix = "P" + (char) ('A' + series++);
    }

    @Test
    void five_hundred_are_printed_three_spoilt_and_the_ledger_reconciles() {
        act(CLERK, () -> blanks.receive(lot("0001", "0600")));
        var before = stock();
        var decision = prepare(500);
        act(CHECKER, () -> issuing.await(issuing.start(decision, Step.CHECK, null)));
        assertThat(act(CLERK, () -> issuing.printed(decision, List.of()))).isEqualTo(500);
        var ids = ids(decision);
        for (var it : ids.subList(0, 3)) {
            act(CLERK, () -> issuing.spoil(it, "Kẹt giấy"));
        }
        assertThatThrownBy(() -> act(HEAD, () -> issuing.start(decision, Step.SIGN, null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("3 văn bằng giấy chưa đánh dấu đã in");
        act(CLERK, () -> issuing.printed(decision, List.of()));
        act(HEAD, () -> issuing.await(issuing.start(decision, Step.SIGN, null)));
        act(CLERK, () -> issuing.await(issuing.start(decision, Step.RELEASE, null)));

        var stock = stock();
        assertThat(stock.issued() - before.issued()).isEqualTo(500);
        assertThat(stock.spoiled() - before.spoiled()).isEqualTo(3);
        assertThat(before.free() - stock.free()).isEqualTo(503);
        assertThat(stock.reconciles()).isTrue();
        var counted = (int) stock.closing();
        assertThatThrownBy(() -> act(CLERK, () -> {
                    blanks.close(Level.TRUNG_CAP, counted - 1, "5/BB-KK");
                    return 0;
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Tìm 1 phôi chênh lệch");
        act(CLERK, () -> {
            blanks.close(Level.TRUNG_CAP, counted, "5/BB-KK");
            return 0;
        });
        assertThat(stock().opening()).isEqualTo(counted);
        assertThat(stock().closing()).isEqualTo(counted);
        var numbers = one(
                "select count(*) from credential.entry where kind = 'NUMBERED' and diploma_id in (select id from credential.diploma where decision_id = "
                        + decision + ")");
        assertThat(numbers).isEqualTo(500);
    }

    @Test
    void nobody_takes_two_steps_and_the_database_says_so_too() {
        var decision = prepare(3);
        assertThatThrownBy(() -> act(REGISTRAR, () -> issuing.start(decision, Step.CHECK, null)))
                .isInstanceOf(AccessDeniedException.class);
        act(CHECKER, () -> issuing.await(issuing.start(decision, Step.CHECK, null)));
        assertThatThrownBy(() -> act(CHECKER, () -> issuing.start(decision, Step.SIGN, null)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Mỗi bước do một người khác làm");
        var id = ids(decision).getFirst();
        var college = new Scope(Scope.Reach.COLLEGE, institution, null, null, 1L, "x");
        for (var sql : List.of(
                "update credential.diploma set state = 'SIGNED', signature = '\\x00', signed_at = now(), signed_by = prepared_by where id = "
                        + id,
                "update credential.diploma set state = 'SIGNED', signature = '\\x00', signed_at = now(), signed_by = checked_by where id = "
                        + id,
                "update credential.diploma set state = 'VALID' where id = " + id,
                "update credential.diploma set full_name = 'Kẻ Gian' where id = " + id)) {
            assertThatThrownBy(() -> college.run(() -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void a_book_takes_no_gap_no_eraser_and_no_second_number() {
        act(CLERK, () -> blanks.receive(lot("0001", "0010")));
        var decision = prepare(2);
        act(CHECKER, () -> issuing.await(issuing.start(decision, Step.CHECK, null)));
        var book = one("select max(book_id) from credential.diploma where decision_id = " + decision);
        var last = one("select last_line from credential.book where id = " + book);
        var diploma = ids(decision).getFirst();
        var college = new Scope(Scope.Reach.COLLEGE, institution, null, null, 1L, "x");
        for (var line : List.of(last + 2, last)) {
            assertThatThrownBy(() -> college.run(() -> jdbc.sql("""
                            insert into credential.entry (book_id, institution_id, line, kind, register_number, diploma_id, content, actor_name)
                            values (:book, :own, :line, 'VOIDED', 'x', :diploma, '{}', 'x')
                            """)
                            .param("book", book)
                            .param("own", institution)
                            .param("line", line)
                            .param("diploma", diploma)
                            .update()))
                    .isInstanceOf(DataAccessException.class);
        }
        for (var sql : List.of(
                "update credential.entry set reason = 'x'",
                "delete from credential.entry",
                "update credential.book set last_line = 0",
                "update credential.book set last_number = 0 where id = " + book,
                "update credential.blank_move set count = 1",
                "delete from credential.blank")) {
            assertThatThrownBy(() -> college.run(() -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(one("select count(*) - max(line) from credential.entry where book_id = " + book))
                .isZero();
    }

    @Test
    void the_dry_run_is_what_the_run_does_or_nothing_is_done() {
        act(CLERK, () -> blanks.receive(lot("0001", "0010")));
        var decision = prepare(4);
        var plan = act(CHECKER, () -> issuing.plan(decision));
        assertThat(plan.troubles()).isEmpty();
        act(
                CLERK,
                () -> blanks.settle(Move.Act.CANCELLED, plan.lines().getFirst().serial(), "", "3/BB", "Rách"));
        assertThatThrownBy(() -> act(CHECKER, () -> issuing.start(decision, Step.CHECK, plan.fingerprint())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("đã đổi từ lúc bạn xem");
        var now = act(CHECKER, () -> issuing.plan(decision));
        act(CHECKER, () -> issuing.await(issuing.start(decision, Step.CHECK, now.fingerprint())));
        for (var line : now.lines()) {
            assertThat(text("select serial || ' ' || register_number from credential.diploma where id = "
                            + line.diploma().id()))
                    .isEqualTo(line.serial() + " " + line.registerNumber());
        }
    }

    @Test
    void one_given_back_leaves_its_number_in_the_book_and_its_form_in_the_ledger() {
        act(CLERK, () -> blanks.receive(lot("0001", "0010")));
        var decision = prepare(3);
        act(CHECKER, () -> issuing.await(issuing.start(decision, Step.CHECK, null)));
        var ids = ids(decision);
        var serial = text("select serial from credential.diploma where id = " + ids.getFirst());
        act(HEAD, () -> issuing.giveBack(ids.getFirst(), "Sai nơi sinh"));
        assertThat(text("select state from credential.diploma where id = " + ids.getFirst()))
                .isEqualTo("VOID");
        assertThat(text("select state from credential.blank where serial = '" + serial + "'"))
                .isEqualTo("IN_STOCK");
        assertThat(text("select string_agg(kind, ' ' order by id) from credential.entry where diploma_id = "
                        + ids.getFirst()))
                .isEqualTo("NUMBERED VOIDED");
        act(CLERK, () -> issuing.printed(decision, List.of(ids.get(1))));
        act(HEAD, () -> issuing.giveBack(ids.get(1), "In sai"));
        assertThat(text(
                        "select b.state from credential.blank b join credential.diploma d on d.serial = b.serial and d.institution_id = b.institution_id where d.id = "
                                + ids.get(1)))
                .isEqualTo("SPOILED");
    }

    private Stock stock() {
        return act(CLERK, blanks::listStock).stream()
                .filter(it -> it.level() == Level.TRUNG_CAP)
                .findFirst()
                .orElseThrow();
    }

    private NewLot lot(String first, String last) {
        return new NewLot(
                Level.TRUNG_CAP, Medium.PAPER, prefix + first, prefix + last, "1/BB-GN", LocalDate.of(2026, 1, 5));
    }

    /** As many people of the intermediate level with a diploma prepared, without serial and number; answers with their decision. */
    private long prepare(int count) {
        var day = LocalDate.of(2026, 6, 1);
        return act(REGISTRAR, () -> {
            var decision = decisions.prepare(
                    institution,
                    prefix + "/QĐ-THU",
                    day,
                    null,
                    null,
                    Objects.requireNonNull(Scope.current().accountId()),
                    Scope.current().actor());
            var rows = new ArrayList<MapSqlParameterSource>();
            for (var i = 0; i < count; i++) {
                rows.add(person(i)
                        .addValue("decisionId", decision)
                        .addValue("decisionNumber", prefix + "/QĐ-THU")
                        .addValue("decidedOn", day)
                        .addValue("preparedBy", Scope.current().accountId())
                        .addValue("preparedByName", Scope.current().actor()));
            }
            diplomas.insert(rows);
            return decision;
        });
    }

    private MapSqlParameterSource person(int number) {
        var name = "Trần Văn " + prefix;
        var ids = jdbc.sql("""
                with person as (
                  insert into learning.learner (institution_id, full_name, name_folded, sort_key, birth_date, birth_place, citizen_id)
                  values (:own, :name, 'x', 'x', date '2006-02-03', 'Long An', :citizen) returning id)
                insert into learning.enrolment (learner_id, institution_id, student_code, occupation_code, level, admitted_on)
                select id, :own, :code, '6480201', 'TRUNG_CAP', date '2024-09-05' from person returning id, learner_id
                """)
                .param("own", institution)
                .param("name", name)
                .param("citizen", "9%02d%09d".formatted(10 + series, number))
                .param("code", prefix + number)
                .query()
                .singleRow();
        return new MapSqlParameterSource()
                .addValue("institutionId", institution)
                .addValue("siteId", null)
                .addValue("enrolmentId", ids.get("id"))
                .addValue("learnerId", ids.get("learner_id"))
                .addValue("code", Code.random())
                .addValue("serial", null)
                .addValue("registerNumber", null)
                .addValue("medium", Medium.PAPER.name())
                .addValue("institutionName", "Trường thử")
                .addValue("fullName", name)
                .addValue("folded", "x")
                .addValue("sortKey", "%05d".formatted(number))
                .addValue("birthDate", LocalDate.of(2006, 2, 3))
                .addValue("birthPlace", "Long An")
                .addValue("occupationCode", "6480201")
                .addValue("occupation", "Công nghệ thông tin")
                .addValue("level", "TRUNG_CAP")
                .addValue("average", new BigDecimal("7.5"))
                .addValue("rank", "GOOD")
                .addValue("batchId", null);
    }

    private List<Long> ids(long decision) {
        return jdbcIds("select id from credential.diploma where decision_id = %d order by register_number, id"
                .formatted(decision));
    }

    private List<Long> jdbcIds(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(Long.class).list());
    }

    private long one(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(Long.class).single());
    }

    private String text(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(String.class).single());
    }

    private <T> T act(String persona, Supplier<T> work) {
        var result = new AtomicReference<@Nullable T>();
        Scope.system().run(() -> personas.act(persona, () -> result.set(work.get())));
        return Objects.requireNonNull(result.get());
    }
}
