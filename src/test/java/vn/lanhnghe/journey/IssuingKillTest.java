package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.credential.DiplomaState;
import vn.lanhnghe.credential.issuing.Run;
import vn.lanhnghe.credential.issuing.Step;

/** The program is killed while diplomas are numbered, signed and released: each decision has taken its step whole or not at all. */
class IssuingKillTest {

    private static final int DIPLOMAS = 200;
    private static final int DECISIONS = 6;
    private static final Program PROGRAM = new Program("--lanhnghe.rehearsal=true");

    /** Who takes which step, and what the list is after it. */
    private static final Map<Step, String> HANDS = Map.of(
            Step.CHECK, "nguoikiem.thuduc",
            Step.SIGN, "hieutruong.thuduc",
            Step.RELEASE, "vanthu.thuduc");

    private final Map<Step, Caller> callers = new LinkedHashMap<>();
    private static int series;

    private String moment = "";

    @AfterAll
    static void stop() throws InterruptedException {
        PROGRAM.close();
    }

    @Test
    void thirty_steps_are_met_by_kills_at_random_moments_and_no_number_is_lost() throws Exception {
        var seed = Long.getLong("kill.seed", System.nanoTime());
        var random = new Random(seed);
        PROGRAM.start();
        for (var step : Step.values()) {
            callers.put(step, new Caller(PROGRAM).as(Objects.requireNonNull(HANDS.get(step))));
        }
        caller(Step.RELEASE)
                .target(caller(Step.RELEASE)
                        .send(
                                "/blanks/lots",
                                Map.of(
                                        "level", "TRUNG_CAP",
                                        "medium", "PAPER",
                                        "first", "KILL00001",
                                        "last", "KILL%05d".formatted(DIPLOMAS * DECISIONS * 20),
                                        "minutes", "1/BB-GN",
                                        "receivedOn", "2026-01-05"))
                        .join());
        finish(prepare("warm", 1));
        var all = new ArrayList<Long>();
        var window = 1_000;
        var before = 0;
        var after = 0;
        // a round more where kills have come only before every step or only after all of them
        for (var round = 0; round < Victim.ROUNDS.size() || before == 0 || after == 0; round++) {
            var decisions = prepare("round-" + round, DECISIONS);
            var steps = new LinkedHashMap<Long, Step>();
            for (var i = 0; i < DECISIONS; i++) {
                steps.put(decisions.get(i), Step.values()[i % Step.values().length]);
            }
            bring(steps.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, it -> it.getValue().from())));
            var victim = Victim.ROUNDS.get(round % Victim.ROUNDS.size());
            var wait = random.nextInt(window);
            moment = "seed %d, round %d, %s killed after %d ms: ".formatted(seed, round, victim, wait);
            var begun = System.nanoTime();
            var pressed = new LinkedHashMap<Long, CompletableFuture<HttpResponse<String>>>();
            steps.forEach((decision, step) -> pressed.put(decision, press(decision, step)));
            TimeUnit.NANOSECONDS.sleep(begun + TimeUnit.MILLISECONDS.toNanos(wait) - System.nanoTime());
            victim.kill(PROGRAM);
            if (victim == Victim.PROGRAM) {
                whole();
            }
            if (!PROGRAM.running()) {
                PROGRAM.start();
            }
            var done = 0;
            for (var it : whole()) {
                var step = steps.get(it.decision());
                if (step != null) {
                    kept(it, step, pressed.get(it.decision()));
                    done += it.state() == step.from() ? 0 : 1;
                }
            }
            before += done;
            after += steps.size() - done;
            window = done == steps.size() ? window / 2 : done == 0 ? window * 3 / 2 : window;
            all.addAll(decisions);
        }
        finish(all);
        whole();
    }

    private Caller caller(Step step) {
        return Objects.requireNonNull(callers.get(step));
    }

    private CompletableFuture<HttpResponse<String>> press(long decision, Step step) {
        return caller(step).send("/decisions/" + decision + "/steps", Map.of("step", step.name()));
    }

    /** A step that was taken on is not forgotten: it is done, or goes on, or says why not. */
    private void kept(Standing it, Step step, @Nullable CompletableFuture<HttpResponse<String>> answer) {
        if (answer == null || !answer.isDone() || answer.isCompletedExceptionally()) {
            return;
        }
        assertThat(answer.join().statusCode())
                .as(moment + Caller.words(answer.join().body()))
                .isIn(302, 503);
        if (answer.join().statusCode() == 302) {
            assertThat(it.lastStep()).as(moment + it).isEqualTo(step);
            assertThat(it.lastState() == Run.State.DONE).as(moment + it).isEqualTo(it.state() != step.from());
        }
    }

    /** Presses what has to be pressed until each list is in its state. */
    private void bring(Map<Long, DiplomaState> wanted) throws Exception {
        PROGRAM.until(moment + wanted, () -> {
            var there = 0;
            for (var it : look()) {
                var state = wanted.get(it.decision());
                if (state == null || it.lastState() == Run.State.RUNNING) {
                    continue;
                }
                if (it.state() == state && !(state == DiplomaState.CHECKED && it.unprinted() > 0)) {
                    there++;
                } else if (it.state() == DiplomaState.CHECKED && it.unprinted() > 0) {
                    var clerk = caller(Step.RELEASE);
                    clerk.target(clerk.send("/decisions/" + it.decision() + "/printed", Map.of("all", "true"))
                            .join());
                } else {
                    for (var step : Step.values()) {
                        if (step.from() == it.state()) {
                            caller(step).target(press(it.decision(), step).join());
                        }
                    }
                }
            }
            return there == wanted.size();
        });
    }

    private void finish(List<Long> decisions) throws Exception {
        bring(decisions.stream().collect(Collectors.toMap(it -> it, it -> DiplomaState.VALID)));
    }

    /** Lists of people with a diploma prepared, as the registrar would leave them. */
    private static List<Long> prepare(String name, int count) throws Exception {
        try (var door = PROGRAM.door()) {
            var decisions = new ArrayList<Long>();
            for (var i = 0; i < count; i++) {
                decisions.add(door.jdbc()
                        .sql("""
                        with college as (select i.id, a.id as registrar, a.full_name from institution.institution i, access.account a
                                          where i.code = 'TDC' and a.username = 'daotao.thuduc'),
                        decision as (
                          insert into credential.decision (institution_id, number, decided_on, prepared_by, prepared_by_name)
                          select id, :number, date '2026-06-01', registrar, full_name from college returning id),
                        people as (
                          insert into learning.learner (institution_id, full_name, name_folded, sort_key, birth_date, birth_place, citizen_id)
                          select c.id, 'Trần Văn Điện', 'tran van dien', :number || n, date '2006-02-03', 'Long An', '7' || lpad((:series * 1000 + n)::text, 11, '0')
                            from college c, generate_series(1, :many) n returning id, institution_id, sort_key),
                        courses as (
                          insert into learning.enrolment (learner_id, institution_id, student_code, occupation_code, level, admitted_on)
                          select p.id, p.institution_id, p.sort_key, '5480202', 'TRUNG_CAP', date '2024-09-05' from people p returning id, learner_id)
                        insert into credential.diploma (institution_id, decision_id, enrolment_id, learner_id, code, medium, institution_name, full_name,
                               name_folded, sort_key, birth_date, birth_place, occupation_code, occupation, level, average, rank, decision_number, decided_on,
                               prepared_by, prepared_by_name)
                        select c.id, d.id, e.id, e.learner_id, upper(substr(md5(e.id || :number), 1, 12)), 'PAPER', 'Trường thử', 'Trần Văn Điện',
                               'tran van dien', p.sort_key, date '2006-02-03', 'Long An', '5480202', 'CNTT', 'TRUNG_CAP', 7.5, 'GOOD', :number,
                               date '2026-06-01', c.registrar, c.full_name
                          from courses e join people p on p.id = e.learner_id, college c, decision d
                        returning decision_id
                        """)
                        .param("number", name + "-" + i)
                        .param("series", series++)
                        .param("many", DIPLOMAS)
                        .query(Long.class)
                        .list()
                        .getFirst());
            }
            return decisions;
        }
    }

    /** Where one decision stands; {@code states} is more than 1 when some of its diplomas have taken a step and others have not. */
    private record Standing(
            long decision,
            DiplomaState state,
            int states,
            int unprinted,
            @Nullable Step lastStep,
            Run.@Nullable State lastState,
            @Nullable String trouble) {}

    private static List<Standing> look() throws Exception {
        try (var door = PROGRAM.door()) {
            return look(door.jdbc());
        }
    }

    private static List<Standing> look(JdbcClient jdbc) {
        return jdbc.sql("""
                select d.decision_id as decision, min(d.state) as state, count(distinct d.state) as states,
                       count(*) filter (where d.printed_at is null) as unprinted, r.step as last_step, r.state as last_state, r.trouble
                  from credential.diploma d join credential.decision c on c.id = d.decision_id and c.number ~ '^(warm|round)-'
                  left join lateral (select * from credential.run r where r.decision_id = c.id order by r.id desc limit 1) r on true
                 group by d.decision_id, r.step, r.state, r.trouble
                """).query(Standing.class).list();
    }

    /** What must never be found, whenever one looks. */
    private static final Map<String, String> NEVER = Map.of(
            "a number without a line, or a line without a number, or a gap",
            """
            select count(*) from credential.book b
              join lateral (select count(*) as lines, max(line) as line, count(number) as numbers, max(number) as number
                              from credential.entry e where e.book_id = b.id) e on true
             where e.lines <> coalesce(e.line, 0) or e.lines <> b.last_line
                or b.numbered_by = 'SYSTEM' and e.numbers > 0 and (e.numbers <> e.number or e.number <> b.last_number)
            """,
            "a numbered diploma that is not in the book once",
            """
            select count(*) from credential.diploma d where d.register_number is not null and d.book_id is not null
               and (select count(*) from credential.entry e where e.diploma_id = d.id and e.kind = 'NUMBERED' and e.register_number = d.register_number) <> 1
            """,
            "a signature that is half there, or there too early, or not there",
            """
            select count(*) from credential.diploma d
             where num_nonnulls(d.signature, d.status, d.key_id, d.wording, d.signed_by, d.signed_at) not in (0, 6)
                or (d.signature is not null) <> (d.state in ('SIGNED', 'VALID')) and d.serial like 'KILL%'
            """,
            "a form that lies otherwise than its diploma says",
            """
            select count(*) from credential.blank b left join credential.diploma d on d.id = b.diploma_id
             where b.serial like 'KILL%' and b.state <> case d.state when 'VALID' then 'ISSUED' when 'SIGNED' then 'PRINTED'
                     when 'CHECKED' then case when d.printed_at is null then 'RESERVED' else 'PRINTED' end else 'IN_STOCK' end
                or b.serial like 'KILL%' and d.id is not null and d.serial <> b.serial
            """,
            "a diploma with a serial and no form, or two with one place in the status list",
            """
            select count(*) - count(distinct (d.institution_id, d.status)) + count(*) filter (where b.serial is null)
              from credential.diploma d left join credential.blank b on b.institution_id = d.institution_id and b.serial = d.serial and b.diploma_id = d.id
             where d.status is not null and d.serial like 'KILL%'
            """,
            "a step that the journal tells never or twice",
            """
            select count(*) from credential.diploma d join credential.decision c on c.id = d.decision_id and c.number ~ '^(warm|round)-'
              cross join (values ('DIPLOMA_CHECKED', 1), ('DIPLOMA_SIGNED', 2), ('DIPLOMA_RELEASED', 3)) as k (kind, rank)
             where (select count(*) from audit.act a where a.subject = 'diploma' and a.subject_id = d.id and a.kind = k.kind)
                   <> case when array_position(array['CHECKED', 'SIGNED', 'VALID'], d.state) >= k.rank then 1 else 0 end
            """);

    /** Looks at everything at one moment: every decision is in one state, and books, forms, signatures and journal agree with it. */
    private List<Standing> whole() throws Exception {
        try (var door = PROGRAM.door()) {
            var jdbc = door.jdbc();
            jdbc.sql("begin isolation level repeatable read read only").update();
            var standings = look(jdbc);
            standings.forEach(it -> {
                assertThat(it.states()).as(moment + it).isEqualTo(1);
                if (it.lastState() == Run.State.FAILED) {
                    assertThat(it.trouble()).as(moment + it).isNotBlank();
                }
            });
            NEVER.forEach(
                    (what, sql) -> assertThat(jdbc.sql(sql).query(Long.class).single())
                            .as(moment + what)
                            .isZero());
            jdbc.sql("commit").update();
            return standings;
        }
    }
}
