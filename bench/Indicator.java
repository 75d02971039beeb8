import java.math.BigDecimal;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import vn.lanhnghe.LanhNghe;
import vn.lanhnghe.credential.issuing.Press;
import vn.lanhnghe.indicator.formula.Scratch;

/** Figures over a city's worth of records: from scratch beside statements written by hand, after a batch of changes, and as pages. */
class Indicator {

    /** One figure by a statement of its own, on the tables themselves, in the quickest form we know. */
    record Hand(String code, String sql) {}

    /** Those that read the large tables; the others (surveys, connections, people, programmes) are computed by us alone. */
    static final List<Hand> BY_HAND = List.of(
            new Hand("TT38.01", study("e.admitted_on between date_trunc('year', d.day) and d.day", "false")),
            new Hand("TT38.01", """
            select institution_id, grouping(level, occupation_code), 0, sum(quota), 0, 0
              from institution.licence_line, d where valid_from <= d.day and (valid_to is null or valid_to > d.day)
             group by grouping sets ((institution_id), (institution_id, level), (institution_id, occupation_code))
            """),
            new Hand("TT38.02", parts("""
            select e.institution_id, e.results_at is null as declared, e.level, coalesce(l.sex, '?') as a, e.occupation_code as b, e.cohort as c,
                   sum(x.months) filter (where x.year = extract(year from d.day)) / 10.0 as n,
                   sum(x.months) filter (where x.year = extract(year from d.day) - 2) / 10.0 as m
              from d cross join learning.enrolment e join learning.learner l on l.id = e.learner_id
              cross join lateral (
                select y as year, 1 + extract(month from least(e.graduated_on, make_date(y, 12, 31))) - extract(month from greatest(e.admitted_on, make_date(y, 1, 1))) as months
                  from unnest(array[extract(year from d.day)::integer, extract(year from d.day)::integer - 2]) y
                 where extract(year from e.admitted_on) <= y and (e.graduated_on is null or extract(year from e.graduated_on) >= y)) x
             where e.status not in ('WITHDRAWN', 'EXPELLED', 'TRANSFERRED') and e.recorded_at < d.until
             group by 1, 2, 3, 4, 5, 6
            """)),
            new Hand("SH.KQ", study("e.results_at < d.until and e.admitted_on <= d.day - 365", "e.admitted_on <= d.day - 365")),
            new Hand("DT.NU", study("l.sex = 'FEMALE' and (e.graduated_on is null or e.graduated_on > d.day)", "(e.graduated_on is null or e.graduated_on > d.day)")),
            new Hand("TT38.07", parts("""
            select e.institution_id, e.results_at is null as declared, e.level, coalesce(l.sex, '?') as a, e.cohort as b, e.occupation_code as c,
                   count(*) filter (where e.graduated_on <= x.ends_on and e.graduated_at < d.until) as n, count(*) as m
              from d cross join (
                select p.institution_id, p.level, v.occupation_code, c.year, max((make_date(c.year, 9, 1) + make_interval(months => v.months))::date) as ends_on
                  from programme.cohort c join programme.version v on v.id = c.version_id join programme.programme p on p.id = c.programme_id group by 1, 2, 3, 4) x
              join learning.enrolment e on e.institution_id = x.institution_id and e.level = x.level and e.occupation_code = x.occupation_code and e.cohort = x.year
              join learning.learner l on l.id = e.learner_id
             where x.ends_on between date_trunc('year', d.day) and d.day and e.recorded_at < d.until
             group by 1, 2, 3, 4, 5, 6
            """)),
            new Hand("SH.VB", parts("""
            select institution_id, released_at is null as declared, level, rank as a, occupation_code as b, null as c,
                   count(*) filter (where released_at < d.until and (ended_at is null or ended_at >= d.until)) as n, count(*) as m
              from credential.diploma, d where prepared_at < d.until and decided_on <= d.day
             group by 1, 2, 3, 4, 5
            """)));

    static String study(String numerator, String denominator) {
        return parts("""
                select e.institution_id, e.results_at is null as declared, e.level, coalesce(l.sex, '?') as a, e.cohort as b, e.occupation_code as c,
                       count(*) filter (where %s) as n, count(*) filter (where %s) as m
                  from d cross join learning.enrolment e join learning.learner l on l.id = e.learner_id
                 where e.recorded_at < d.until and e.status not in ('WITHDRAWN', 'EXPELLED', 'TRANSFERRED') and (%2$s or %1$s)
                 group by 1, 2, 3, 4, 5, 6
                """.formatted(numerator, denominator));
    }

    /** Facts are counted by all their fields at once, and what is left is added up by each: both sides, and the tiers of what counts. */
    static String parts(String counted) {
        return "select institution_id, grouping(level, a, b, c), sum(n), sum(m), sum(n) filter (where declared), sum(n) filter (where not declared) from ("
                + counted
                + ") f group by grouping sets ((institution_id), (institution_id, level), (institution_id, a), (institution_id, b), (institution_id, c))";
    }

    public static void main(String[] args) {
        try {
            measure(args);
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1); // the product beside it would wait for ever
        }
    }

    static void measure(String[] args) throws Exception {
        var port = args[0];
        var learners = Long.parseLong(args[2]);
        var diplomas = Long.parseLong(args[3]);
        var context = SpringApplication.run(
                LanhNghe.class, "--server.port=" + port, "--lanhnghe.data=" + args[1], "--lanhnghe.rehearsal=true");
        var press = new Press(context);
        press.release(1_000);
        var owner = context.getBean(FlywayConnectionDetails.class);
        try (var connection = DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword())) {
            multiply(connection, learners, diplomas);
            var scratch = new Scratch(context);
            var ours = new double[3];
            var theirs = new double[3];
            for (var round = 0; round < 3; round++) {
                var from = System.nanoTime();
                var counted = scratch.count();
                ours[round] = seconds(from);
                from = System.nanoTime();
                byHand(connection, counted);
                theirs[round] = seconds(from);
            }
            Arrays.sort(ours);
            Arrays.sort(theirs);
            System.out.printf("from scratch %.2f s beside %.2f s by hand%n", ours[1], theirs[1]);
            line("scratch_per_hand", ours[1] / theirs[1], "ratio", "<=", 1.3);
        }
        var site = "http://localhost:" + port;
        var client = signedIn(site);
        page(client, site + "/indicators");
        new Press(context).release(5_000);
        var from = System.nanoTime();
        page(client, site + "/indicators");
        line("refreshed_after_5000", seconds(from), "s", "<=", 2);
        line("board_p95", p95(client, List.of(site + "/indicators"), 200), "ms", "<=", 80);
        var drill = new ArrayList<String>();
        for (var code : List.of("SH.KQ", "SH.VB", "DT.NU", "TT38.02")) {
            for (var institution : List.of(7, 77, 177, 377)) {
                for (var side : List.of("NUMERATOR", "DENOMINATOR")) {
                    drill.add(site + "/indicators/" + code + "/institutions/" + institution + "?side=" + side);
                }
            }
            drill.add(site + "/indicators/" + code + "?by=level");
        }
        p95(client, drill, drill.size());
        line("drill_down_p95", p95(client, drill, 5 * drill.size()), "ms", "<=", 150);
    }

    /** Counts by hand, and holds both sides of each figure for the whole city against what we count. */
    static void byHand(Connection connection, Map<String, BigDecimal[]> ours) throws SQLException {
        var theirs = new TreeMap<String, BigDecimal[]>();
        try (var statement = connection.createStatement()) {
            for (var hand : BY_HAND) {
                var sides = theirs.computeIfAbsent(hand.code(), it -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
                try (var rows = statement.executeQuery("with d as (select current_date as day, (current_date + 1)::timestamptz as until) " + hand.sql())) {
                    while (rows.next()) {
                        if (rows.getInt(2) == (hand.sql().contains("quota") ? 3 : 15)) {
                            for (var side = 0; side < 2; side++) {
                                var sum = rows.getBigDecimal(3 + side);
                                sides[side] = sum == null ? sides[side] : sides[side].add(sum);
                            }
                        }
                    }
                }
            }
        }
        theirs.forEach((code, sides) -> {
            var us = ours.get(code);
            for (var side = 0; side < 2; side++) {
                if (us[side].compareTo(sides[side]) != 0) {
                    throw new IllegalStateException("%s: we count %s, by hand it is %s".formatted(code, Arrays.toString(us), Arrays.toString(sides)));
                }
            }
        });
    }

    static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    static void line(String name, double value, String unit, String comparison, double aim) {
        System.out.printf(java.util.Locale.ROOT, "%s\t%.2f\t%s\t%s%s\t%s%n", name, value, unit, comparison, aim, value <= aim ? "met" : "short");
    }

    static double p95(HttpClient client, List<String> addresses, int times) throws Exception {
        var took = new double[times];
        for (var i = 0; i < times; i++) {
            var from = System.nanoTime();
            page(client, addresses.get(i % addresses.size()));
            took[i] = seconds(from) * 1000;
        }
        Arrays.sort(took);
        return took[times * 95 / 100];
    }

    static void page(HttpClient client, String address) throws Exception {
        var answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answers " + answer.statusCode());
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
                        .POST(HttpRequest.BodyPublishers.ofString("username=chuyenvien&password=dien-tap-2026&_csrf="
                                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return client;
    }

    /** Copies of one row of each kind with numbers, people and colleges of their own. */
    static void multiply(Connection connection, long learners, long diplomas) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            copy(statement, "learning", "learner", learners, "(select * from learning.learner order by id limit 1)", """
                    case column_name when 'id' then '1000000000 + n' when 'institution_id' then '1 + n % 481' when 'site_id' then 'null'
                      when 'citizen_id' then '''7'' || lpad(n::text, 11, ''0'')' when 'person_id' then 'null' when 'sort_key' then 'n::text'
                      when 'sex' then 'case n % 3 when 0 then ''FEMALE'' else ''MALE'' end' else 'd.' || quote_ident(column_name) end
                    """);
            copy(statement, "learning", "enrolment", learners, "(select * from learning.enrolment order by id limit 1)", """
                    case column_name when 'id' then '1000000000 + n' when 'learner_id' then '1000000000 + n' when 'institution_id' then '1 + n % 481'
                      when 'site_id' then 'null' when 'class_id' then 'null' when 'student_code' then '''Z'' || n' when 'status' then '''STUDYING'''
                      when 'cohort' then '2022 + (n / 481 % 4)::integer' when 'admitted_on' then 'make_date(2022 + (n / 481 % 4)::integer, 9, 5)'
                      when 'level' then 'case n / 481 % 3 when 0 then ''CAO_DANG'' else ''TRUNG_CAP'' end'
                      when 'results_at' then 'case when n % 5 = 0 then null else now() end'
                      when 'graduated_on' then 'case when n / 481 % 4 = 0 then date ''2025-07-01'' end'
                      when 'graduated_at' then 'case when n / 481 % 4 = 0 then d.recorded_at end' else 'd.' || quote_ident(column_name) end
                    """);
            copy(statement, "credential", "diploma", diplomas, "(select * from credential.diploma where state = 'VALID' order by id desc limit 1)", """
                    case column_name when 'id' then '1000000000 + n' when 'code' then 'upper(substr(md5(n::text), 1, 12))' when 'serial' then '''Z'' || n'
                      when 'register_number' then 'n || ''/2020-Z''' when 'institution_id' then '1 + n % 481' when 'enrolment_id' then '1000000000 + n'
                      when 'learner_id' then '1000000000 + n / 2' when 'status' then '1000000000 + n' when 'sort_key' then 'n::text'
                      else 'd.' || quote_ident(column_name) end
                    """);
            statement.execute("set session_replication_role = origin");
            statement.execute("vacuum analyze learning.learner, learning.enrolment, credential.diploma");
        }
    }

    static void copy(java.sql.Statement statement, String schema, String table, long count, String model, String values) throws SQLException {
        var indexes = new ArrayList<String>();
        try (var rows = statement.executeQuery("""
                select i.indexdef, format('drop index %%I.%%I', i.schemaname, i.indexname) from pg_indexes i
                 where i.schemaname = '%s' and i.tablename = '%s' and not exists (select from pg_constraint c where c.conname = i.indexname)
                """.formatted(schema, table))) {
            while (rows.next()) {
                indexes.add(rows.getString(1));
                indexes.add(rows.getString(2));
            }
        }
        for (var i = 1; i < indexes.size(); i += 2) {
            statement.execute(indexes.get(i));
        }
        String columns;
        String written;
        try (var rows = statement.executeQuery("""
                select string_agg(quote_ident(column_name), ', ' order by ordinal_position), string_agg(%s, ', ' order by ordinal_position)
                  from information_schema.columns where table_schema = '%s' and table_name = '%s' and is_generated = 'NEVER'
                """.formatted(values, schema, table))) {
            rows.next();
            columns = rows.getString(1);
            written = rows.getString(2);
        }
        statement.execute("insert into %s.%s (%s) overriding system value select %s from generate_series(1, %d) n cross join %s d"
                .formatted(schema, table, columns, written, count, model));
        for (var i = 0; i < indexes.size(); i += 2) {
            statement.execute(indexes.get(i));
        }
    }
}
