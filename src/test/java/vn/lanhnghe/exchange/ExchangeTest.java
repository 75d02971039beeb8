package vn.lanhnghe.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.Batches;
import vn.lanhnghe.shared.Secret;

/** A college's own system as it meets the API: over HTTP, with a key of the rehearsal city. */
@RehearsalTest
class ExchangeTest {

    private static final String LEARNERS = "/api/v1/learners";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    Personas personas;

    @Autowired
    Keys keys;

    @Autowired
    Batches batches;

    @Autowired
    SilentColleges silent;

    final HttpClient client = HttpClient.newHttpClient();
    final List<Long> opened = new ArrayList<>();

    Keys.Told key;
    long before;
    String token = "";

    @BeforeEach
    void aKey() throws Exception {
        before = one("select coalesce(max(id), 0) from intake.batch");
        key = as("daotao.caothang", "learners:write", "marks:write", "graduation:check");
        token = token(key);
    }

    /** What was sent is taken back like any file: the city is as it was, whatever test comes next. */
    @AfterEach
    void isTakenBack() {
        for (var college :
                Map.of("CKC", "daotao.caothang", "TDC", "daotao.thuduc").entrySet()) {
            Scope.system()
                    .run(() -> personas.act(
                            college.getValue(),
                            () -> jdbc.sql("""
                            select b.id from intake.batch b join institution.directory i on i.id = b.institution_id
                             where b.id > :before and i.code = :college and b.state in ('DONE', 'PARTIAL') order by b.id desc
                            """)
                                    .param("before", before)
                                    .param("college", college.getKey())
                                    .query(Long.class)
                                    .list()
                                    .forEach(it -> batches.undo(it, "Thử xong"))));
        }
        assertThat(one("select count(*) from learning.study_record where student_code ~ '^2[89]CD\\d{5}$'"))
                .isZero();
    }

    @AfterEach
    void isRevoked() {
        opened.forEach(it -> Scope.system()
                .run(() -> jdbc.sql(
                                "update exchange.api_key set revoked_at = now() where id = :id and revoked_at is null")
                        .param("id", it)
                        .update()));
    }

    @Test
    void a_connection_long_silent_is_brought_before_the_department() throws Exception {
        get(LEARNERS);
        var city = new Scope(Scope.Reach.CITY, null, null, null, null, "Sở");
        assertThat(city.get(silent::list)).isEmpty();
        move(-60);
        try {
            assertThat(city.get(silent::list))
                    .anySatisfy(it -> assertThat(it.what()).contains("im lặng").contains("Cao Thắng"));
        } finally {
            move(60);
        }
    }

    private void move(int days) {
        Scope.system()
                .run(() -> jdbc.sql("update exchange.use_day set used_on = used_on + :days")
                        .param("days", days)
                        .update());
    }

    @Test
    void a_token_needs_the_right_secret_of_a_living_key() throws Exception {
        assertThat(ask(key.key().clientId(), "sai").statusCode()).isEqualTo(401);
        assertThat(ask(key.key().clientId(), "sai").headers().firstValue("WWW-Authenticate"))
                .isPresent();
        assertThat(tree(ask(key.key().clientId(), "sai")).get("error").asString())
                .isEqualTo("invalid_client");

        var rotated = acting("daotao.caothang", () -> keys.rotate(key.key().id()));
        assertThat(ask(key.key().clientId(), key.secret()).statusCode()).isEqualTo(200);
        assertThat(ask(key.key().clientId(), rotated.secret()).statusCode()).isEqualTo(200);
        acting("daotao.caothang", () -> keys.rotate(key.key().id()));
        assertThat(ask(key.key().clientId(), key.secret()).statusCode()).isEqualTo(401);

        assertThat(get(LEARNERS).statusCode()).isEqualTo(200);
        acting("daotao.caothang", () -> {
            keys.revoke(key.key().id(), "thử");
            return key;
        });
        assertThat(get(LEARNERS).statusCode()).isEqualTo(401);
        assertThat(ask(key.key().clientId(), rotated.secret()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_posted_secret_is_as_good_and_bad_questions_are_told_as_oauth_wants() throws Exception {
        assertThat(form("grant_type=client_credentials&client_id=%s&client_secret=%s&scope=learners:check"
                                .formatted(key.key().clientId(), key.secret()))
                        .body())
                .contains("\"scope\":\"learners:check\"");
        assertThat(tree(form("grant_type=password")).get("error").asString()).isEqualTo("unsupported_grant_type");
        assertThat(tree(form("")).get("error").asString()).isEqualTo("invalid_request");
        assertThat(tree(form("grant_type=client_credentials&client_id=%s&client_secret=%s&scope=graduation:write"
                                .formatted(key.key().clientId(), key.secret())))
                        .get("error")
                        .asString())
                .isEqualTo("invalid_scope");
    }

    @Test
    void the_secret_is_in_no_table() {
        var kept = Scope.system()
                .get(() -> jdbc.sql("select string_agg(k::text, ' ') from exchange.api_key k")
                        .query(String.class)
                        .single());
        assertThat(kept).contains(key.key().clientId()).doesNotContain(key.secret());
    }

    @Test
    void a_key_does_what_its_scopes_say() throws Exception {
        var checker = as("daotao.caothang", "learners:check");
        token = token(checker);
        var item = learner("S1", "29CD70001", "079204070001");

        assertThat(put("S1", item, "?dryRun=true").statusCode()).isEqualTo(200);
        var refused = put("S1", item, "");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("learners:write", "insufficient-scope");
        assertThat(get("/api/v1/marks").statusCode()).isEqualTo(403);
    }

    @Test
    void one_college_never_touches_another() throws Exception {
        var item = learner("CHUNG-1", "29CD70002", "079204070002");
        assertThat(put("CHUNG-1", item, "").statusCode()).isEqualTo(201);
        token = token(as("daotao.thuduc", "learners:write"));

        assertThat(get(LEARNERS + "/CHUNG-1").statusCode()).isEqualTo(404);
        assertThat(get(LEARNERS).body()).doesNotContain("CHUNG-1");
        assertThat(put("CHUNG-1", item, "").statusCode()).isEqualTo(201);
        var colleges = Scope.system().get(() -> jdbc.sql("""
                select count(distinct institution_id) from learning.study_record where student_code = '29CD70002'
                """).query(Long.class).single());
        assertThat(colleges).isEqualTo(2);
        acting("daotao.thuduc", () -> {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> keys.rotate(key.key().id())))
                    .isInstanceOf(vn.lanhnghe.shared.NotFound.class);
            return key;
        });
    }

    @Test
    void all_errors_of_an_item_come_at_once_in_both_languages() throws Exception {
        var answer = put("LOI-1", """
                {"studentCode":"29CD70003","fullName":"Lê 3","birthDate":"31/02/2004","citizenId":"79204070003",
                 "occupationCode":"6480201","level":"Đại học","khac":1,"phone":{"a":1}}""", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = tree(answer);
        assertThat(problem.get("correlationId").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(errors(problem))
                .containsExactlyInAnyOrder(
                        "/fullName name",
                        "/birthDate date-does-not-exist",
                        "/citizenId leading-zero-lost",
                        "/level unknown-value",
                        "/khac unknown-property",
                        "/phone wrong-type");
        for (var error : problem.get("errors")) {
            assertThat(error.get("message").asString()).isNotBlank();
            assertThat(error.get("messageEn").asString()).isNotBlank();
        }
        assertThat(answer.body()).contains("\"fix\":\"079204070003\"");
    }

    @Test
    void a_trial_run_gives_the_verdicts_of_the_run_and_sending_again_changes_nothing() throws Exception {
        var body = batch(List.of(
                learner("L1", "29CD70011", "079204070011"),
                learner("L2", "29CD70012", "1"),
                learner("L1", "29CD70013", "079204070013"),
                "{\"sourceId\":\"L4\"}"));
        var trial = tree(post(body, "?dryRun=true"));
        assertThat(get(LEARNERS + "/L1").statusCode()).isEqualTo(404);
        var run = tree(post(body, ""));

        assertThat(trial.get("items")).isEqualTo(run.get("items"));
        assertThat(run.get("counts").toString())
                .isEqualTo("{\"created\":1,\"updated\":0,\"unchanged\":0,\"rejected\":3}");
        assertThat(tree(post(body, "")).get("counts").toString())
                .isEqualTo("{\"created\":0,\"updated\":0,\"unchanged\":1,\"rejected\":3}");
        assertThat(tree(get(LEARNERS + "/L2")).get("result").asString()).isEqualTo("rejected");
        var batch = run.get("batch").asLong();
        assertThat(run.get("records").asString()).isEqualTo("/learners?batch=" + batch);
        assertThat(Scope.system()
                        .get(() -> jdbc.sql("select state || ' ' || file_name from intake.batch where id = :id")
                                .param("id", batch)
                                .query(String.class)
                                .single()))
                .isEqualTo("PARTIAL API · " + key.key().name());
    }

    @Test
    void a_source_id_stays_with_its_record() throws Exception {
        put("M1", learner("M1", "29CD70021", "079204070021"), "");
        var changed = put("M1", learner("M1", "29CD70021", "079204070021").replace("Kinh", "Hoa"), "");
        assertThat(tree(changed).get("result").asString()).isEqualTo("updated");

        var moved = put("M1", learner("M1", "29CD70022", "079204070022"), "");
        assertThat(moved.statusCode()).isEqualTo(422);
        assertThat(errors(tree(moved))).containsExactly("/sourceId source-id-moved");
        assertThat(moved.body()).contains("29CD70021", "29CD70022");
    }

    @Test
    void marks_carry_their_modules_and_credits() throws Exception {
        put("D1", learner("D1", "29CD70031", "079204070031"), "");
        var answer = send(
                "PUT",
                "/api/v1/marks/D1",
                "{\"studentCode\":\"29CD70031\",\"MĐ08 Lập trình căn bản\":{\"value\":7.5,\"legend\":3},\"MH01 Pháp luật\":{\"value\":\"11\",\"legend\":\"2\"}}",
                Map.of());
        assertThat(errors(tree(answer))).containsExactly("/MH01 Pháp luật mark-out-of-range");
        assertThat(send(
                                "PUT",
                                "/api/v1/marks/D1",
                                "{\"studentCode\":\"29CD70031\",\"MĐ08 Lập trình căn bản\":{\"value\":7.5,\"legend\":3}}",
                                Map.of())
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void the_same_request_key_gets_the_same_answer() throws Exception {
        var item = learner("K1", "29CD70041", "079204070041");
        var once = Map.of("Idempotency-Key", "khoa-" + System.nanoTime());
        var first = send("PUT", LEARNERS + "/K1", item, once);
        var again = send("PUT", LEARNERS + "/K1", item, once);
        var other = send("PUT", LEARNERS + "/K1", item.replace("Kinh", "Hoa"), once);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency-key-reused");
    }

    @Test
    void what_cannot_be_read_is_told_as_a_problem() throws Exception {
        problem(post("{\"items\":[", ""), 400, "malformed");
        problem(post("[]", ""), 400, "malformed");
        problem(post("{\"items\":[" + "{},".repeat(10_000) + "{}]}", ""), 400, "too-many-items");
        problem(post("{\"items\":[\"" + "x".repeat(20_000_001) + "\"]}", ""), 413, "too-large");
        problem(
                send("POST", LEARNERS, "a=b", Map.of("Content-Type", "application/x-www-form-urlencoded")),
                415,
                "unsupported-media-type");
        problem(get("/api/v1/khong-co"), 404, "not-found");
        problem(get("/api/v1/learners/a/b"), 404, "not-found");
        problem(get("/api/v1//learners"), 400, "malformed");
        problem(send("DELETE", LEARNERS + "/x", "", Map.of()), 405, "method-not-allowed");
        token = "sai";
        var unknown = get(LEARNERS);
        problem(unknown, 401, "unauthenticated");
        assertThat(unknown.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(unknown.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void who_calls_too_often_is_told_when_to_come_back() throws Exception {
        Scope.system().run(() -> jdbc.sql("""
                insert into exchange.usage (api_key_id, minute, institution_id, calls)
                select :key, date_trunc('minute', now()) + m * interval '1 minute', 1, 600 from generate_series(0, 1) m
                on conflict (api_key_id, minute) do update set calls = 600
                """).param("key", key.key().id()).update());
        var answer = get(LEARNERS);
        problem(answer, 429, "too-many-requests");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
    }

    @Test
    void the_description_names_every_kind() throws Exception {
        token = "";
        var document = tree(get("/api/openapi.json"));
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        for (var kind : List.of("learners", "marks")) {
            assertThat(document.get("paths").has("/api/v1/" + kind + "/{sourceId}"))
                    .isTrue();
            assertThat(tree(get("/api/v1/schemas/" + kind + ".json"))
                            .get("required")
                            .toString())
                    .contains("studentCode");
        }
        assertThat(get("/api").statusCode()).isEqualTo(200);
    }

    /** Judged by a checker that is not ours. */
    @Test
    void the_description_is_valid_openapi() throws Exception {
        var file = Files.createTempFile("openapi", ".json");
        Files.writeString(file, get("/api/openapi.json").body());
        var judge = new ProcessBuilder("node_modules/.bin/redocly", "lint", file.toString(), "--max-problems=20")
                .redirectErrorStream(true)
                .start();
        var said = new String(judge.getInputStream().readAllBytes(), UTF_8);
        Files.delete(file);
        assertThat(judge.waitFor()).as(said).isZero();
        assertThat(said).contains("valid").doesNotContain("warning  ");
    }

    @Test
    void a_request_that_is_still_at_work_is_not_begun_again() throws Exception {
        var item = learner("K2", "29CD70042", "079204070042");
        var asked = Secret.hash("PUT " + LEARNERS + "/K2? " + Secret.hash(item));
        Scope.system()
                .run(() -> jdbc.sql("""
                insert into exchange.answer (api_key_id, request_key, institution_id, request_hash)
                values (:key, 'dang-chay', 1, :hash)
                """)
                        .param("key", key.key().id())
                        .param("hash", asked)
                        .update());
        var answer = send("PUT", LEARNERS + "/K2", item, Map.of("Idempotency-Key", "dang-chay"));
        problem(answer, 409, "conflict");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void ten_thousand_learners_take_a_few_seconds() throws Exception {
        var body = batch(IntStream.range(0, 10_000)
                .mapToObj(i -> learner("N" + i, "28CD%05d".formatted(i), "0792030%05d".formatted(i)))
                .toList());
        var begun = System.nanoTime();
        var answer = tree(post(body, ""));
        var seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(answer.get("counts").get("created").asInt()).isEqualTo(10_000);
        System.out.printf("10,000 learners in %.1f s%n", seconds);
        assertThat(seconds).isLessThan(30);
    }

    private long one(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(Long.class).single());
    }

    private static String learner(String source, String code, String citizenId) {
        return """
                {"sourceId":"%s","studentCode":"%s","fullName":"Nguyễn Thị Lan","birthDate":"28/02/2004","sex":"Nữ","citizenId":"%s",
                 "ethnicity":"Kinh","occupationCode":"6480201","level":"Cao đẳng","admittedOn":"2024-09-05"}""".formatted(source, code, citizenId);
    }

    private static String batch(List<String> items) {
        return items.stream().collect(joining(",", "{\"items\":[", "]}"));
    }

    private static List<String> errors(JsonNode problem) {
        var errors = new ArrayList<String>();
        problem.get("errors")
                .forEach(it -> errors.add(
                        it.get("pointer").asString() + " " + it.get("code").asString()));
        return errors;
    }

    private void problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(tree(answer).get("type").asString()).isEqualTo("/api#" + slug);
        assertThat(tree(answer).get("correlationId").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    private Keys.Told as(String persona, String... scopes) {
        var told = acting(persona, () -> keys.create(new NewKey("Phần mềm thử " + System.nanoTime(), List.of(scopes))));
        opened.add(told.key().id());
        return told;
    }

    private Keys.Told acting(String persona, Supplier<Keys.Told> work) {
        var told = new ArrayList<Keys.Told>();
        Scope.system().run(() -> personas.act(persona, () -> told.add(work.get())));
        return told.getFirst();
    }

    private String token(Keys.Told told) throws Exception {
        return tree(ask(told.key().clientId(), told.secret()))
                .get("access_token")
                .asString();
    }

    private HttpResponse<String> ask(String id, String secret) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri("/api/token"))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> form(String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri("/api/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> put(String source, String item, String query) throws Exception {
        return send("PUT", LEARNERS + "/" + source + query, item, Map.of());
    }

    private HttpResponse<String> post(String body, String query) throws Exception {
        return send("POST", LEARNERS + query, body, Map.of());
    }

    private HttpResponse<String> get(String address) throws Exception {
        return send("GET", address, null, Map.of());
    }

    private HttpResponse<String> send(String method, String address, @Nullable String body, Map<String, String> headers)
            throws Exception {
        var request = HttpRequest.newBuilder(uri(address))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String address) {
        return URI.create("http://localhost:" + port + address);
    }

    private JsonNode tree(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }
}
