import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import vn.lanhnghe.LanhNghe;
import vn.lanhnghe.credential.issuing.Press;

/** Diplomas issued, printed and multiplied to a city's worth, in one process with the product; then it answers checks until it is ended. */
class Credential {

    static final int BATCH = 5_000;
    static final int WARM = 1_500;
    static final int PAPERS = 600;
    static final int HANDS = 4;

    public static void main(String[] args) {
        try {
            measure(args);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // the product beside it would wait for ever
        }
    }

    static void measure(String[] args) throws Exception {
        var port = args[0];
        var register = Long.parseLong(args[3]);
        var context = SpringApplication.run(
                LanhNghe.class,
                "--server.port=" + port,
                "--lanhnghe.data=" + args[1],
                "--lanhnghe.rehearsal=true",
                "--lanhnghe.verification.per-minute=2000000000");
        var warm = new Press(context);
        warm.release(1_000);
        var press = new Press(context);
        press.receive(BATCH + 20);
        var decision = press.prepare(BATCH, LocalDate.of(2026, 6, 1));
        var from = System.nanoTime();
        press.check(decision);
        say("checked", seconds(from));
        press.print(decision);
        var signing = System.nanoTime();
        press.sign(decision);
        say("signed", seconds(signing));
        var releasing = System.nanoTime();
        press.hand(decision);
        say("released", seconds(releasing));
        var ids = press.ids(decision);

        say("first", ids.getFirst());
        papers("http://localhost:" + port, ids.subList(0, WARM));
        from = System.nanoTime();
        papers("http://localhost:" + port, ids.subList(WARM, WARM + PAPERS));
        say("papers", PAPERS / seconds(from));
        from = System.nanoTime();
        papers("http://localhost:" + port, ids.subList(WARM, WARM + PAPERS));
        say("papers_again", PAPERS / seconds(from));

        multiply(context.getBean(FlywayConnectionDetails.class), register);
        var codes = new ArrayList<String>();
        ids.forEach(it -> codes.add(press.text("select code from credential.diploma where id = " + it)));
        Files.write(Path.of(args[2]), codes);
        System.out.println("ready");
        Thread.currentThread().join();
    }

    static void say(String name, double value) {
        System.out.printf(java.util.Locale.ROOT, "%s\t%.3f%n", name, value);
    }

    static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    /** As a college fetches them: signed in, several at a time. */
    static void papers(String site, List<Long> ids) throws Exception {
        var client = signedIn(site);
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var tasks = new ArrayList<Callable<Integer>>();
            for (var id : ids) {
                tasks.add(() -> {
                    var answer = client.send(
                            HttpRequest.newBuilder(URI.create(site + "/credentials/" + id + "/paper.pdf")).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
                    if (answer.statusCode() != 200 || answer.body().length < 20_000) {
                        throw new IllegalStateException(id + " answers " + answer.statusCode());
                    }
                    return answer.body().length;
                });
            }
            for (var done : hands.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    static HttpClient signedIn(String site) throws Exception {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
        var page = client.send(HttpRequest.newBuilder(URI.create(site + "/sign-in")).build(), HttpResponse.BodyHandlers.ofString()).body();
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        token.find();
        client.send(
                HttpRequest.newBuilder(URI.create(site + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + Press.HEAD + "&password=dien-tap-2026&_csrf="
                                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return client;
    }

    /** The register grows to so many diplomas: copies of a released one with numbers, codes, people and colleges of their own. */
    static void multiply(FlywayConnectionDetails owner, long register) throws Exception {
        try (var connection = DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            var indexes = new ArrayList<String>();
            try (var rows = statement.executeQuery("""
                    select i.indexdef, format('drop index credential.%I', i.indexname) from pg_indexes i
                     where i.schemaname = 'credential' and i.tablename = 'diploma'
                       and not exists (select from pg_constraint c where c.conname = i.indexname)
                    """)) {
                while (rows.next()) {
                    indexes.add(rows.getString(1));
                    indexes.add(rows.getString(2));
                }
            }
            for (var i = 1; i < indexes.size(); i += 2) {
                statement.execute(indexes.get(i));
            }
            String columns;
            String values;
            try (var rows = statement.executeQuery("""
                    select string_agg(quote_ident(column_name), ', ' order by ordinal_position),
                           string_agg(case column_name
                             when 'code' then 'upper(substr(md5(n::text), 1, 12))'
                             when 'serial' then '''Z'' || n'
                             when 'register_number' then 'n || ''/2020-Z'''
                             when 'institution_id' then '1 + n % 481'
                             when 'enrolment_id' then '1000000000 + n'
                             when 'learner_id' then '1000000000 + n / 2'
                             when 'status' then '1000000000 + n'
                             when 'sort_key' then 'n::text'
                             else 'd.' || quote_ident(column_name) end, ', ' order by ordinal_position)
                      from information_schema.columns
                     where table_schema = 'credential' and table_name = 'diploma' and column_name <> 'id' and is_generated = 'NEVER'
                    """)) {
                rows.next();
                columns = rows.getString(1);
                values = rows.getString(2);
            }
            statement.execute("insert into credential.diploma (" + columns + ") select " + values
                    + " from (select * from credential.diploma where released_at is not null order by id limit 1) d, generate_series(1, "
                    + register + ") n");
            statement.execute("set maintenance_work_mem = '512MB'");
            for (var i = 0; i < indexes.size(); i += 2) {
                statement.execute(indexes.get(i));
            }
            statement.execute("vacuum analyze credential.diploma");
        }
    }
}
