package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lanhnghe.intake.BatchState;
import vn.lanhnghe.journey.Papers.Paper;

/** The program is killed while files are written: each is in the register whole or not at all, says which, and is finished later. */
class KillTest {

    private static final int ROWS = 20_000;
    private static final String REGISTRAR = "daotao.caothang";
    private static final Program PROGRAM = new Program("--lanhnghe.rehearsal=true");

    /** Which kill this is, for whoever reads a failure. */
    private String moment = "";

    @BeforeEach
    void start() throws Exception {
        if (!PROGRAM.running()) {
            PROGRAM.start();
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        PROGRAM.close();
    }

    @Test
    void a_killed_commit_leaves_nothing_half_done_and_is_finished_by_the_next_start() throws Exception {
        try (var registrar = new Visitor(PROGRAM.port()).as(REGISTRAR);
                var other = new Visitor(PROGRAM.port()).as(REGISTRAR)) {
            registrar.page.navigate("/intake");
            registrar.page.setInputFiles("#file", file());
            registrar.page.click("form.drop button");
            registrar.page.waitForURL("**/intake/*");
            var batch = registrar.page.url().replaceAll(".*/intake/(\\d+).*", "$1");
            registrar.pressAndConfirm("Ghi 20.000 dòng vào sổ");
            registrar.page.waitForCondition(() -> Pattern.compile("Đang ghi [1-9][\\d.]* trên")
                    .matcher(other.context
                            .request()
                            .get("/intake/" + batch + "/progress")
                            .text())
                    .find());
            PROGRAM.kill();

            PROGRAM.start();
            other.page.navigate("/learners?batch=" + batch);
            assertThat(other.text()).containsPattern("(?m)^(0|20\\.000) hồ sơ, lọc");
            // the page that was open all the time goes on by itself
            registrar.page.setDefaultTimeout(TimeUnit.SECONDS.toMillis(Program.SECONDS_TO_FINISH));
            registrar.page.waitForSelector("text=Đã ghi 20.000 dòng vào sổ");
            other.page.navigate("/learners?batch=" + batch);
            assertThat(other.text()).contains("20.000 hồ sơ");
        }
    }

    private static Path file() throws IOException {
        var text = new StringBuilder("Mã HSSV;Họ và tên;Ngày sinh;Số CCCD;Mã ngành, nghề;Trình độ\r\n");
        for (var i = 0; i < ROWS; i++) {
            text.append("KILL%05d;Nguyễn Văn Thử;01/02/2004;0980%08d;6480201;Cao đẳng\r\n".formatted(i, i));
        }
        return Files.write(PROGRAM.beside(".csv"), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Six files a round are written and one is taken back, all at once, until a kill comes. */
    @Test
    void thirty_commits_are_met_by_kills_at_random_moments_and_each_is_whole_or_absent_and_says_which()
            throws Exception {
        var seed = Long.getLong("kill.seed", System.nanoTime());
        var random = new Random(seed);
        var registrar = new Caller(PROGRAM).as(REGISTRAR);
        finish(registrar, upload(registrar, List.of(Papers.base())));
        var back = upload(registrar, List.of(Papers.first()));
        finish(registrar, back);
        var window = 2_500;
        var before = 0;
        var after = 0;
        // a round more where kills have come only before everything or only after everything
        for (var round = 0; round < Victim.ROUNDS.size() || before == 0 || after == 0; round++) {
            var victim = Victim.ROUNDS.get(round % Victim.ROUNDS.size());
            var wait = random.nextInt(window);
            moment = "seed %d, round %d, %s killed after %d ms: ".formatted(seed, round, victim, wait);
            var papers = upload(registrar, set(round, random));
            var all = new LinkedHashMap<>(papers);
            all.putAll(back);
            var begun = System.nanoTime();
            var pressed = press(registrar, papers, back);
            TimeUnit.NANOSECONDS.sleep(begun + TimeUnit.MILLISECONDS.toNanos(wait) - System.nanoTime());
            var killed = OffsetDateTime.now();
            victim.kill(PROGRAM);
            if (victim == Victim.PROGRAM) {
                kept(look(all), pressed);
            }
            if (!PROGRAM.running()) {
                PROGRAM.start();
            }
            kept(look(all), pressed);
            says(registrar, all);
            finish(registrar, papers);
            undo(registrar, back);
            var done = (int) look(papers).values().stream()
                    .filter(it -> Objects.requireNonNull(it.committedAt()).isBefore(killed))
                    .count();
            before += done;
            after += papers.size() - done;
            window = done == papers.size() ? window / 2 : done == 0 ? window * 3 / 2 : window;
            back = papers.entrySet().stream()
                    .filter(it -> it.getValue().kind().equals("learners"))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    private static List<Paper> set(int round, Random random) throws Exception {
        try (var door = PROGRAM.door()) {
            var papers = new ArrayList<>(Papers.set(round, door.jdbc()));
            Collections.shuffle(papers, random);
            return papers;
        }
    }

    /** Sends the files and waits until all have been checked and can be written. */
    private Map<Long, Paper> upload(Caller registrar, List<Paper> sent) throws Exception {
        var answers = sent.stream()
                .map(it -> registrar.upload("/intake", it.name(), it.content(), Map.of("kind", it.kind())))
                .toList();
        var papers = new LinkedHashMap<Long, Paper>();
        for (var i = 0; i < sent.size(); i++) {
            var page = registrar.target(answers.get(i).join());
            papers.put(Long.parseLong(page.replaceAll("\\D", "")), sent.get(i));
        }
        PROGRAM.until(moment, () -> look(papers).values().stream().allMatch(it -> it.state() == BatchState.READY));
        return papers;
    }

    private static Map<Long, CompletableFuture<HttpResponse<String>>> press(
            Caller registrar, Map<Long, Paper> papers, Map<Long, Paper> back) {
        var pressed = new HashMap<Long, CompletableFuture<HttpResponse<String>>>();
        papers.keySet().forEach(it -> pressed.put(it, registrar.send("/intake/" + it + "/commit", Map.of())));
        back.keySet()
                .forEach(it ->
                        pressed.put(it, registrar.send("/intake/" + it + "/undoing", Map.of("reason", "Tải nhầm"))));
        return pressed;
    }

    /** What the registrar has been told is so: a commit that was taken on is not forgotten, an undoing not undone. */
    private void kept(Map<Long, Standing> left, Map<Long, CompletableFuture<HttpResponse<String>>> pressed) {
        pressed.forEach((batch, answer) -> {
            if (answer.isDone() && !answer.isCompletedExceptionally()) {
                assertThat(answer.join().statusCode())
                        .as(moment + Caller.words(answer.join().body()))
                        .isIn(302, 503);
                if (answer.join().statusCode() == 302) {
                    assertThat(Objects.requireNonNull(left.get(batch)).state())
                            .as(moment + batch)
                            .isIn(BatchState.COMMITTING, BatchState.DONE, BatchState.UNDONE, BatchState.FAILED);
                }
            }
        });
    }

    /** The list of files says of each where it stands: as before or after it is asked, for they may move on meanwhile. */
    private void says(Caller registrar, Map<Long, Paper> papers) throws Exception {
        var before = look(papers);
        var page = registrar.get("/intake");
        var after = look(papers);
        papers.keySet()
                .forEach(it -> assertThat(page)
                        .as(moment + it)
                        .containsPattern("href=\"/intake/%d\"[^§]*?class=\"status [a-z]+\">\\S (%s|%s)<"
                                .formatted(it, label(before, it), label(after, it))));
    }

    private static String label(Map<Long, Standing> standings, long batch) {
        return Objects.requireNonNull(standings.get(batch)).state().label();
    }

    /** Waits until every file is written; presses again where the press was lost or did not succeed. */
    private void finish(Caller registrar, Map<Long, Paper> papers) throws Exception {
        PROGRAM.until(moment, () -> {
            var standings = look(papers).values();
            for (var it : standings) {
                if (it.state() == BatchState.FAILED || it.state() == BatchState.READY && it.swept()) {
                    press(registrar, it.id(), "recheck");
                } else if (it.state() == BatchState.READY) {
                    press(registrar, it.id(), "commit");
                }
            }
            return standings.stream()
                    .allMatch(it -> it.state() == BatchState.DONE && it.staged() == 0 && it.jobs() == 0);
        });
    }

    private static void press(Caller registrar, long batch, String act) {
        registrar.target(registrar
                .send("/intake/" + batch + "/" + act, Map.of("reason", "Tải nhầm"))
                .join());
    }

    private void undo(Caller registrar, Map<Long, Paper> back) throws Exception {
        for (var it : look(back).values()) {
            if (it.state() != BatchState.UNDONE) {
                press(registrar, it.id(), "undoing");
            }
        }
        assertThat(look(back).values()).as(moment).allMatch(it -> it.state() == BatchState.UNDONE);
    }

    /** What the database says of one file, all at one moment. */
    private record Standing(
            long id,
            BatchState state,
            boolean streamed,
            @Nullable String failure,
            @Nullable OffsetDateTime committedAt,
            int jobs,
            long records,
            long told,
            long modules,
            long images,
            long staged,
            int asked,
            int committed,
            int failed,
            int undone) {

        /** Has what was checked of a long file gone in a crash of the database? */
        boolean swept() {
            return streamed && staged == 0;
        }
    }

    private static final String LOOK = """
            select b.id, b.state, b.streamed, b.failure, b.committed_at,
                   (select count(*) from job.scheduled_task t where t.task_name like 'intake-%' and t.task_instance = b.id::text) as jobs,
                   (select count(*) from learning.enrolment r where r.batch_id = b.id)
                   + (select count(*) from learning.result r where r.batch_id = b.id)
                   + (select count(*) from learning.conduct r where r.batch_id = b.id)
                   + (select count(*) from credential.diploma r where r.batch_id = b.id) as records,
                   (select count(*) from audit.act a
                     where a.id > acts.first and a.subject <> 'batch'
                       and right(a.summary, length('tệp số ' || b.id)) = 'tệp số ' || b.id) as told,
                   (select count(*) from learning.module m where m.first_batch_id = b.id) as modules,
                   (select count(*) from learning.image i where i.batch_id = b.id) as images,
                   (select count(*) from learning.staged_result s where s.batch_id = b.id)
                   + (select count(*) from learning.staged_module s where s.batch_id = b.id) as staged,
                   acts.asked, acts.committed, acts.failed, acts.undone
              from intake.batch b,
                   lateral (select min(id) as first,
                                   count(*) filter (where kind = 'COMMIT_REQUESTED') as asked,
                                   count(*) filter (where kind = 'BATCH_COMMITTED') as committed,
                                   count(*) filter (where kind = 'BATCH_FAILED') as failed,
                                   count(*) filter (where kind = 'BATCH_UNDONE') as undone
                              from audit.act a where a.subject = 'batch' and a.subject_id = b.id) as acts
             where b.id = any(:ids)
            """;

    /** Looks at files in one statement, and finds each whole or absent, with a journal that says the same. */
    private Map<Long, Standing> look(Map<Long, Paper> papers) throws Exception {
        try (var door = PROGRAM.door()) {
            var standings = door.jdbc()
                    .sql(LOOK)
                    .param("ids", papers.keySet().toArray(Long[]::new))
                    .query(Standing.class)
                    .list();
            standings.forEach(it -> whole_or_absent(it, Objects.requireNonNull(papers.get(it.id()))));
            return standings.stream().collect(Collectors.toMap(Standing::id, Function.identity()));
        }
    }

    private void whole_or_absent(Standing it, Paper paper) {
        var seen = moment + paper.name() + " " + it;
        var written = it.state() == BatchState.DONE ? 1 : 0;
        var undone = it.state() == BatchState.UNDONE ? 1 : 0;
        assertThat(it.records()).as(seen).isEqualTo(written * paper.rows());
        assertThat(it.committed()).as(seen).isEqualTo(written + undone);
        assertThat(it.undone()).as(seen).isEqualTo(undone);
        assertThat(it.told()).as(seen).isEqualTo((long) (written + undone) * paper.told());
        assertThat(it.asked())
                .as(seen)
                .isEqualTo(it.committed() + it.failed() + (it.state() == BatchState.COMMITTING ? 1 : 0));
        if (written == 0) {
            assertThat(it.modules() + it.images()).as(seen).isZero();
        }
    }
}
