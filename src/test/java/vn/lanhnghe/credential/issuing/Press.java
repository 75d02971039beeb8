package vn.lanhnghe.credential.issuing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.Medium;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.shared.Vietnamese;

/** Issues diplomas of the second rehearsal college in a test, as its four people; each press has forms and people of its own. */
public final class Press {

    public static final String REGISTRAR = "daotao.thuduc";
    public static final String CHECKER = "nguoikiem.thuduc";
    public static final String HEAD = "hieutruong.thuduc";
    public static final String CLERK = "vanthu.thuduc";

    private static final AtomicInteger SERIES = new AtomicInteger();

    private final Issuing issuing;
    private final IssuingRepository diplomas;
    private final DecisionRepository decisions;
    private final Blanks blanks;
    private final Personas personas;
    private final JdbcClient jdbc;
    public final long institution;
    public final String prefix;
    private final int series;
    private int people;

    public Press(ApplicationContext context) {
        issuing = context.getBean(Issuing.class);
        diplomas = context.getBean(IssuingRepository.class);
        decisions = context.getBean(DecisionRepository.class);
        blanks = context.getBean(Blanks.class);
        personas = context.getBean(Personas.class);
        jdbc = context.getBean(JdbcClient.class);
        institution = one("select id from institution.directory where code = 'TDC'");
        series = SERIES.incrementAndGet();
        prefix = "Q%c%c".formatted('A' + series / 26, 'A' + series % 26);
    }

    /** So many forms of the intermediate level come in. */
    public void receive(int count) {
        act(
                CLERK,
                () -> blanks.receive(new NewLot(
                        Level.TRUNG_CAP,
                        Medium.PAPER,
                        prefix + "0001",
                        prefix + "%04d".formatted(count),
                        "1/BB-GN",
                        LocalDate.of(2026, 1, 5))));
    }

    /** So many diplomas released to people of their own; answers with their ids by register number. */
    public List<Long> release(int count) {
        receive(count + 20);
        var decision = prepare(count, LocalDate.of(2026, 6, 1));
        take(decision);
        return ids(decision);
    }

    /** The three steps after preparing, with the printing between them. */
    public void take(long decision) {
        check(decision);
        print(decision);
        sign(decision);
        hand(decision);
    }

    /** The first of them: a number in the book and a form from the ledger each. */
    public void check(long decision) {
        act(CHECKER, () -> issuing.await(issuing.start(decision, Step.CHECK, null)));
    }

    public void print(long decision) {
        act(CLERK, () -> issuing.printed(decision, List.of()));
    }

    public void sign(long decision) {
        act(HEAD, () -> issuing.await(issuing.start(decision, Step.SIGN, null)));
    }

    /** The last of them: released, to be handed over. */
    public void hand(long decision) {
        act(CLERK, () -> issuing.await(issuing.start(decision, Step.RELEASE, null)));
    }

    public List<Long> ids(long decision) {
        return longs("select id from credential.diploma where decision_id = %d order by register_number, id"
                .formatted(decision));
    }

    /** As many people with a diploma prepared, without serial and number; answers with their decision. */
    public long prepare(int count, LocalDate day) {
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
                rows.add(person(people++)
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
        var name = "Trần Văn " + prefix + (char) ('A' + number % 26);
        var ids = jdbc.sql("""
                with person as (
                  insert into learning.learner (institution_id, full_name, name_folded, sort_key, birth_date, birth_place, citizen_id)
                  values (:own, :name, 'x', 'x', date '2006-02-03', 'Long An', :citizen) returning id)
                insert into learning.enrolment (learner_id, institution_id, student_code, occupation_code, level, admitted_on)
                select id, :own, :code, '5480202', 'TRUNG_CAP', date '2024-09-05' from person returning id, learner_id
                """)
                .param("own", institution)
                .param("name", name)
                .param("citizen", "8%03d%08d".formatted(series, number))
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
                .addValue("folded", Vietnamese.fold(name))
                .addValue("sortKey", "%05d".formatted(number))
                .addValue("birthDate", LocalDate.of(2006, 2, 3))
                .addValue("birthPlace", "Long An")
                .addValue("occupationCode", "5480202")
                .addValue("occupation", "CNTT (ứng dụng phần mềm)")
                .addValue("level", "TRUNG_CAP")
                .addValue("average", new BigDecimal("7.5"))
                .addValue("rank", "GOOD")
                .addValue("batchId", null);
    }

    public <T> T act(String persona, Supplier<T> work) {
        var result = new AtomicReference<@Nullable T>();
        Scope.system().run(() -> personas.act(persona, () -> result.set(work.get())));
        return Objects.requireNonNull(result.get());
    }

    public void run(String persona, Runnable work) {
        Scope.system().run(() -> personas.act(persona, work));
    }

    public long one(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(Long.class).single());
    }

    public String text(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(String.class).single());
    }

    public List<Long> longs(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(Long.class).list());
    }
}
