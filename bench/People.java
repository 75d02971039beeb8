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
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import vn.lanhnghe.LanhNghe;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.Batches;
import vn.lanhnghe.programme.suggesting.Suggestions;

/** More than 30,000 people in 60,000 spells, the rehearsal's among them, with 200,000 trainings, 5,000 programmes of some 25 statements: pages over HTTP, a file, suggestions. */
class People {

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
        var context = SpringApplication.run(
                LanhNghe.class, "--server.port=" + port, "--lanhnghe.data=" + args[1], "--lanhnghe.rehearsal=true");
        var owner = context.getBean(FlywayConnectionDetails.class);
        var versions = new ArrayList<Long>();
        long framework;
        var outcomes = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword())) {
            people(connection);
            programmes(connection);
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select id from programme.version where state = 'PUBLISHED' order by id desc limit 50")) {
                while (rows.next()) {
                    versions.add(rows.getLong(1));
                }
            }
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select id from framework.framework where code = 'NLS-NH' and state = 'ACTIVE'")) {
                rows.next();
                framework = rows.getLong(1);
            }
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select distinct statement from programme.outcome limit 200")) {
                while (rows.next()) {
                    outcomes.add(rows.getString(1));
                }
            }
        }
        var site = "http://localhost:" + port;
        var client = signedIn(site);
        var lists = List.of(
                "/staff", "/staff?q=dong+dao+123", "/staff?q=NG000012399", "/staff?post=MANAGER", "/staff?title=TRUONG_KHOA&contract=BIEN_CHE",
                "/staff?state=LEFT", "/staff?state=ON_LEAVE", "/staff?institution=77", "/staff?institution=77&post=TEACHER", "/staff?page=300");
        warm(client, site, lists);
        line("staff_list_p95", p95(client, site, lists, 200), "ms", 60);
        var figures = new ArrayList<String>();
        for (var code : List.of("CT01", "CT02", "CT03")) {
            figures.add("/indicators/" + code);
            for (var institution : List.of(7, 77, 177, 377)) {
                for (var side : List.of("NUMERATOR", "DENOMINATOR", "MISSING")) {
                    figures.add("/indicators/" + code + "/institutions/" + institution + "?side=" + side);
                }
            }
        }
        warm(client, site, figures);
        line("figure_and_drill_down_p95", p95(client, site, figures, 200), "ms", 120);
        var matrices = versions.stream().map(it -> "/programmes/versions/" + it + "/matrix").toList();
        warm(client, site, matrices);
        line("matrix_p95", p95(client, site, matrices, 200), "ms", 80);
        var batches = context.getBean(Batches.class);
        var personas = context.getBean(Personas.class);
        var took = new double[3];
        for (var round = 0; round < took.length; round++) {
            var file = file(round);
            var from = System.nanoTime();
            Scope.system().run(() -> personas.act("daotao.thuduc", () -> {
                var id = batches.upload("nhan-su.csv", file, "staff");
                batches.commit(id);
                batches.await(id);
            }));
            took[round] = (System.nanoTime() - from) / 1e9;
        }
        Arrays.sort(took);
        line("import_2000_staff", took[1], "s", 3);
        var suggestions = context.getBean(Suggestions.class);
        var each = new double[400];
        Scope.system().run(() -> personas.act("chuyenvien", () -> {
            for (var i = 0; i < each.length; i++) {
                var from = System.nanoTime();
                suggestions.suggest(outcomes.get(i % outcomes.size()), framework, 5);
                each[i] = (System.nanoTime() - from) / 1e6;
            }
        }));
        var later = Arrays.copyOfRange(each, 100, each.length);
        Arrays.sort(later);
        line("suggestion_p95", later[later.length * 95 / 100], "ms", 30);
    }

    static void line(String name, double value, String unit, double aim) {
        System.out.printf(java.util.Locale.ROOT, "%s\t%.1f\t%s\t<=%s\t%s%n", name, value, unit, aim, value <= aim ? "met" : "short");
    }

    static void warm(HttpClient client, String site, List<String> addresses) throws Exception {
        p95(client, site, addresses, 2 * addresses.size());
    }

    static double p95(HttpClient client, String site, List<String> addresses, int times) throws Exception {
        var took = new double[times];
        for (var i = 0; i < times; i++) {
            var address = addresses.get(i % addresses.size());
            var from = System.nanoTime();
            var answer = client.send(HttpRequest.newBuilder(URI.create(site + address)).build(), HttpResponse.BodyHandlers.ofString());
            took[i] = (System.nanoTime() - from) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + " answers " + answer.statusCode());
            }
        }
        Arrays.sort(took);
        return took[times * 95 / 100];
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

    static byte[] file(int round) {
        var csv = new StringBuilder("Họ và tên;Ngày sinh;Giới tính;Số CCCD;Chức danh;Khoa, phòng, tổ;Loại hợp đồng;Ngày bắt đầu\n");
        for (var i = 0; i < 2_000; i++) {
            csv.append("Phạm Văn Nhiều;%02d/03/1980;Nam;0997%d%07d;Giảng viên;Khoa %d;Biên chế;01/09/2020\n".formatted(1 + i % 28, round, i, i % 20));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    static void people(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    with i as (select array_agg(id order by id) as ids from institution.directory),
                    p as (
                      insert into person.person (full_name, name_folded, sort_key, birth_date, sex, batch_id)
                      select 'Nguyễn Đông Đảo ' || n, 'nguyen dong dao ' || n, lpad(((n * 7919) % 30011)::text, 6, 'a'), date '1970-01-01' + n % 9000,
                             case n % 2 when 0 then 'MALE' else 'FEMALE' end, -77
                        from generate_series(1, 26900) n returning id)
                    insert into person.spell (person_id, institution_id, department, title_code, contract, percent, principal, starts_on, ends_on, batch_id)
                    select p.id, i.ids[1 + p.id % cardinality(i.ids)], 'Khoa ' || p.id % 7,
                           (array['GIANG_VIEN', 'GV_TRUNG_CAP', 'TRUONG_KHOA', 'NGUOI_DAY_NGHE'])[1 + p.id % 4],
                           (array['BIEN_CHE', 'CO_THOI_HAN'])[1 + p.id % 2], 100, true,
                           date '2010-01-01' + k * 2500, case k when 0 then date '2010-01-01' + 2000 else case when p.id % 20 = 0 then date '2026-01-01' end end, -77
                      from p cross join i cross join generate_series(0, 1) k
                    """);
            statement.execute("""
                    insert into person.training_elsewhere (person_id, institution_id, title, kind, purpose, hours, provider, starts_on, finished_on, file_sha256, file_name,
                           state, declared_at, confirmed_at, confirmed_by)
                    select s.person_id, s.institution_id, 'Khoá bồi dưỡng ' || n, (array['DIGITAL', 'PEDAGOGY', 'RESOURCES', 'OTHER'])[1 + (s.person_id + n) % 4], 'THUONG_XUYEN', 40,
                           'Đơn vị bồi dưỡng', date '2024-01-01' + n * 60, date '2024-01-10' + n * 60, 'x', 'x.pdf', 'CONFIRMED', date '2024-01-11' + n * 60,
                           date '2024-01-12' + n * 60, 'x'
                      from person.spell s cross join generate_series(1, 10) n
                     where s.batch_id = -77 and s.ends_on is distinct from date '2010-01-01' + 2000 and s.person_id % 3 > 0
                    """);
            statement.execute("vacuum analyze person.person, person.spell, person.training_elsewhere");
        }
    }

    /** Copies of the published programme with the most statements, each with numbers and a college of its own. */
    static void programmes(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            String model;
            try (var rows = statement.executeQuery("""
                    select v.programme_id, v.id from programme.version v join programme.outcome o on o.version_id = v.id
                     where v.state = 'PUBLISHED' group by v.programme_id, v.id order by count(*) desc limit 1
                    """)) {
                rows.next();
                model = rows.getString(2);
            }
            statement.execute("set session_replication_role = replica");
            copy(statement, "programme", "id = (select programme_id from programme.version where id = " + model + ")");
            for (var table : List.of("module", "outcome", "teaching", "alignment")) {
                copy(statement, table, "version_id = " + model);
            }
            copy(statement, "version", "id = " + model);
            copy(statement, "integration", "programme_id = (select programme_id from programme.version where id = " + model + ")");
            copy(statement, "standing", "version_id = " + model);
            statement.execute("set session_replication_role = origin");
            statement.execute("vacuum analyze programme.programme, programme.version, programme.module, programme.outcome, programme.teaching, programme.alignment");
        }
    }

    static void copy(java.sql.Statement statement, String table, String which) throws SQLException {
        String columns;
        String values;
        try (var rows = statement.executeQuery("""
                select string_agg(quote_ident(column_name), ', ' order by ordinal_position),
                       string_agg(case when column_name in ('id', 'programme_id', 'version_id', 'outcome_id', 'module_id', 'parent_id') then 'd.' || column_name || ' + n::bigint * 1000000'
                                       when column_name = 'identifier' then 'gen_random_uuid()' when column_name = 'institution_id' then '1 + n %% 481'
                                       when column_name in ('licence_line_id', 'copied_from') then 'null' else 'd.' || quote_ident(column_name) end, ', ' order by ordinal_position)
                  from information_schema.columns where table_schema = 'programme' and table_name = '%s' and is_generated = 'NEVER'
                """.formatted(table))) {
            rows.next();
            columns = rows.getString(1);
            values = rows.getString(2);
        }
        statement.execute("insert into programme.%s (%s) overriding system value select %s from generate_series(1, 5000) n cross join (select * from programme.%s where %s) d"
                .formatted(table, columns, values, table, which));
    }
}
