import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.LanhNghe;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.Batches;
import vn.lanhnghe.learning.Enrolments;

/** The import centre, the API and the mark grid, in one process with the product, beside COPY of the same rows. */
class Intake {

    static final int FILE = 20_000;
    static final int LEARNERS = 84_000;
    static final int MODULES = 12;
    static Batches batches;
    static Personas personas;

    public static void main(String[] args) throws Exception {
        var port = args[0];
        var context = SpringApplication.run(
                LanhNghe.class, "--server.port=" + port, "--lanhnghe.data=" + args[1], "--lanhnghe.rehearsal=true");
        batches = context.getBean(Batches.class);
        personas = context.getBean(Personas.class);
        var jdbc = context.getBean(JdbcClient.class);

        var warm = act(() -> batches.upload("warm.xlsx", learners(FILE, 900_000), "learners"));
        act(() -> {
            batches.drop(warm);
            return 0;
        });
        var file = learners(FILE, 0);
        var from = System.nanoTime();
        var batch = act(() -> batches.upload("danh-sach.xlsx", file, "learners"));
        say("xlsx_checked", seconds(from));
        from = System.nanoTime();
        commit(batch);
        say("xlsx_committed", seconds(from));
        for (var done = FILE; done < LEARNERS; done += FILE) {
            var first = done;
            commit(act(() -> batches.upload("tiep.xlsx", learners(Math.min(FILE, LEARNERS - first), first), "learners")));
        }

        var rows = LEARNERS * MODULES;
        var copied = copy(context.getBean(FlywayConnectionDetails.class), rows);
        say("copy_rows", rows / copied);
        var results = results();
        System.gc();
        from = System.nanoTime();
        var long_ = act(() -> batches.upload("ket-qua.csv", results, null));
        act(() -> {
            batches.awaitCheck(long_);
            return 0;
        });
        say("csv_checked", seconds(from));
        commit(long_);
        var took = seconds(from);
        say("csv_rows", rows / took);
        say("csv_per_copy", rows / took / (rows / copied));
        say("heap", Runtime.getRuntime().maxMemory() / 1024.0 / 1024.0);

        var codes = new ArrayList<String>();
        for (var i = 0; i < 3_000; i++) {
            codes.add("B%06d".formatted(i));
        }
        var enrolments = context.getBean(Enrolments.class);
        act(() -> enrolments.standings(codes).size());
        from = System.nanoTime();
        var ranked = act(() -> enrolments.standings(codes).values().stream()
                .sorted((a, b) -> b.average().compareTo(a.average()))
                .toList());
        say("year", seconds(from));
        if (ranked.size() != 3_000 || ranked.getFirst().results().size() != MODULES) {
            throw new IllegalStateException("not a whole year: " + ranked.size());
        }

        var site = "http://localhost:" + port;
        api(site);
        grid(site, Scope.system().get(() -> jdbc.sql("select id from learning.course order by id limit 1").query(Long.class).single()),
                Scope.system().get(() -> jdbc.sql("""
                        select e.id from learning.enrolment e join learning.course c on c.class_id = e.class_id
                         where c.id = (select min(id) from learning.course) order by e.id
                        """).query(Long.class).list()));
        context.close();
        System.exit(0);
    }

    static void say(String name, double value) {
        System.out.printf(java.util.Locale.ROOT, "%s\t%.3f%n", name, value);
    }

    static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    static <T> T act(Supplier<T> work) {
        var result = new AtomicReference<T>();
        Scope.system().run(() -> personas.act("daotao.caothang", () -> result.set(work.get())));
        return result.get();
    }

    static void commit(long batch) {
        act(() -> batches.commit(batch));
        act(() -> {
            batches.await(batch);
            return 0;
        });
    }

    static byte[] learners(int count, int first) {
        try (var out = new ByteArrayOutputStream()) {
            try (var workbook = new org.dhatim.fastexcel.Workbook(out, "x", "1.0")) {
                var sheet = workbook.newWorksheet("Danh sach");
                var header = List.of("Mã HSSV", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Dân tộc", "Điện thoại", "Mã ngành, nghề", "Trình độ", "Ngày nhập học");
                for (var i = 0; i < header.size(); i++) {
                    sheet.value(0, i, header.get(i));
                }
                for (var i = 0; i < count; i++) {
                    var n = first + i;
                    sheet.value(i + 1, 0, "B%06d".formatted(n));
                    sheet.value(i + 1, 1, "Nguyễn Thị Hồng " + (char) ('A' + n % 26) + (char) ('a' + n / 26 % 26));
                    sheet.value(i + 1, 2, "%02d/%02d/2004".formatted(1 + n % 28, 1 + n % 12));
                    sheet.value(i + 1, 3, "Nữ");
                    sheet.value(i + 1, 4, "0970%08d".formatted(n));
                    sheet.value(i + 1, 5, "Kinh");
                    sheet.value(i + 1, 6, "09%08d".formatted(n));
                    sheet.value(i + 1, 7, "6480201");
                    sheet.value(i + 1, 8, "Cao đẳng");
                    sheet.value(i + 1, 9, "05/09/2022");
                }
            }
            return out.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static byte[] results() {
        var text = new StringBuilder("Mã HSSV;Mã môn;Tên môn;Tín chỉ;Điểm\r\n");
        for (var i = 0; i < LEARNERS; i++) {
            for (var module = 0; module < MODULES; module++) {
                text.append("B%06d".formatted(i)).append(";MH").append(50 + module).append(";Môn thử ").append(module).append(";3;");
                text.append(5 + (i + module) % 5).append(',').append(i % 10).append("\r\n");
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Seconds that COPY takes for the same rows into a table with the same key and indexes. */
    static double copy(FlywayConnectionDetails owner, int rows) throws Exception {
        try (var connection = DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table public.peer (like learning.result including defaults);
                    alter table public.peer add primary key (enrolment_id, module_code);
                    create index on public.peer (module_id);
                    create index on public.peer (batch_id);
                    """);
            var text = new StringBuilder();
            for (var i = 0; i < rows; i++) {
                text.append(i / MODULES).append("\tMH").append(50 + i % MODULES).append('\t').append(i % MODULES).append("\t1\t7.").append(i % 10).append("\t9\n");
            }
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
            var from = System.nanoTime();
            connection.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy public.peer (enrolment_id, module_code, module_id, institution_id, mark, batch_id) from stdin", new ByteArrayInputStream(bytes));
            var took = seconds(from);
            statement.execute("drop table public.peer");
            return took;
        }
    }

    static void api(String site) throws Exception {
        var client = HttpClient.newHttpClient();
        var basic = Base64.getEncoder().encodeToString("dien-tap:dien-tap-2026".getBytes(StandardCharsets.UTF_8));
        var token = client.send(
                        HttpRequest.newBuilder(URI.create(site + "/api/token"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body()
                .replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        for (var round = 0; round < 2; round++) {
            var items = new ArrayList<String>();
            for (var i = 0; i < 10_000; i++) {
                var n = 500_000 + round * 10_000 + i;
                items.add("""
                        {"sourceId":"s%d","studentCode":"P%06d","fullName":"Trần Văn Thử","birthDate":"2004-02-%02d","citizenId":"0960%08d","occupationCode":"6480201","level":"Cao đẳng","admittedOn":"2024-09-05"}""".formatted(n, n, 1 + n % 28, n));
            }
            var body = "{\"items\":[" + String.join(",", items) + "]}";
            var from = System.nanoTime();
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(site + "/api/v1/learners"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains("\"created\":10000")) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body().substring(0, Math.min(600, answer.body().length())));
            }
            if (round == 1) {
                say("api_items", 10_000 / seconds(from));
            }
        }
    }

    static void grid(String site, long course, List<Long> learners) throws Exception {
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
        var page = csrf.matcher(get(client, site + "/sign-in"));
        page.find();
        client.send(
                HttpRequest.newBuilder(URI.create(site + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=nhagiao.caothang&password=dien-tap-2026&_csrf=" + URLEncoder.encode(page.group(1), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        var book = csrf.matcher(get(client, site + "/courses/" + course));
        book.find();
        var times = new ArrayList<Double>();
        for (var i = 0; i < 600; i++) {
            var body = "{\"cells\":[{\"enrolment\":%d,\"part\":\"TX%d\",\"value\":\"%d,5\",\"version\":%d}]}"
                    .formatted(learners.get(i % learners.size()), 1 + i / learners.size() % 2, 5 + i % 5, i / learners.size() / 2);
            var from = System.nanoTime();
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(site + "/courses/" + course + "/marks"))
                            .header("Content-Type", "application/json")
                            .header("X-XSRF-TOKEN", book.group(1))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || !answer.body().contains("\"saved\"") && !answer.body().contains("\"conflict\"")) {
                throw new IllegalStateException(answer.statusCode() + answer.body());
            }
            if (i >= 100) {
                times.add(seconds(from) * 1000);
            }
        }
        Collections.sort(times);
        say("cell_p95", times.get(times.size() * 95 / 100));
    }

    static String get(HttpClient client, String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
