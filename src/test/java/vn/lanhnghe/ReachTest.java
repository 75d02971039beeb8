package vn.lanhnghe;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lanhnghe.access.Accounts;
import vn.lanhnghe.access.NewAccount;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.access.Role;
import vn.lanhnghe.credential.printing.Printing;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.exchange.Keys;
import vn.lanhnghe.exchange.NewKey;
import vn.lanhnghe.file.Files;
import vn.lanhnghe.indicator.standard.Standards;
import vn.lanhnghe.indicator.survey.Audience;
import vn.lanhnghe.indicator.survey.NewSurvey;
import vn.lanhnghe.indicator.survey.Surveys;
import vn.lanhnghe.learning.graduation.Graduations;
import vn.lanhnghe.learning.study.Classes;
import vn.lanhnghe.learning.study.NewCourse;
import vn.lanhnghe.learning.study.NewModule;
import vn.lanhnghe.person.training.TrainingCertificates;
import vn.lanhnghe.person.training.TrainingEnrolments;
import vn.lanhnghe.person.training.TrainingResults;
import vn.lanhnghe.person.training.TrainingTown;
import vn.lanhnghe.signing.KeyOwner;
import vn.lanhnghe.signing.KeyUse;
import vn.lanhnghe.signing.Signers;
import vn.lanhnghe.ui.Vi;

/**
 * Every route, as every role, against another college's ids: nothing of that college is shown and nothing of it changes. A
 * route with a variable that this test does not know fails it, so that a new one is thought about.
 */
@RehearsalTest
class ReachTest {

    private static final List<String> PERSONAS = List.of(
            "lanhdao",
            "chuyenvien",
            "kiemtra",
            "hieutruong.caothang",
            "daotao.caothang",
            "nguoiky.caothang",
            "nhagiao.caothang",
            "hocvien.caothang",
            "quantri");
    private static final Set<String> OF_THE_CITY = Set.of("lanhdao", "chuyenvien", "kiemtra", "quantri");
    private static final Set<String> NOT_OF_A_COLLEGE = Set.of(
            "/v/{code}",
            "/ho-chieu/{code}",
            "/trainings/samples/{id}",
            "/v/{code}/phieu.pdf",
            "/chia-se/{token}",
            "/bao-gia-mao/{code}",
            "/bang-diem/{code}",
            "/ban-do/dia-gioi/{version}.json",
            "/co-so/{slug}",
            "/co-so/{slug}/did.json",
            "/co-so/{slug}/logo.png",
            "/co-so/{slug}/nguoi-day-nghe",
            "/layouts/{level}",
            "/layouts/{level}/test.pdf",
            "/trang-thai/{id}/{number}/{purpose}",
            "/giay-phep/{token}",
            "/giay-phep/{token}/phieu.pdf",
            "/chuong-trinh/{id}",
            "/laws/{id}",
            "/laws/{id}/editions",
            "/laws/{id}/editions/new",
            "/laws/{id}/file",
            "/distributions/{id}",
            "/distributions/{id}/receipt",
            "/distributions/{id}/receipts.xlsx",
            "/consultations/{id}",
            "/consultations/{id}/opinions",
            "/consultations/{id}/opinions/{opinion}/answer",
            "/consultations/{id}/synthesis.xlsx",
            "/frameworks/{id}",
            "/frameworks/{id}/activation",
            "/frameworks/{id}/case.json",
            "/frameworks/{id}/removal",
            "/frameworks/{id}/sheet.xlsx",
            "/frameworks/{id}/successions",
            "/frameworks/case/{kind}/{identifier}",
            "/chuong-trinh/case/{kind}/{identifier}",
            "/frameworks/reading/{sha256}",
            "/notices/email/{token}",
            "/laws/editions/{edition}",
            "/laws/editions/{edition}/comparison",
            "/laws/editions/{edition}/removal",
            "/institutions/{id}",
            "/institutions/{id}/leaders",
            "/institutions/{id}/infrastructure",
            "/institutions/{id}/changes",
            "/institutions/{id}/changes.xlsx",
            "/institutions/licences/{licence}",
            "/institutions/successions/{succession}",
            "/intake/templates/{kind}.xlsx",
            "/intake/exports/{kind}.xlsx",
            "/api/v1/{kind}",
            "/api/v1/{kind}/{sourceId}",
            "/api/v1/schemas/{kind}.json",
            "/deadlines/holidays/{day}/removal",
            "/targets/{code}",
            "/targets/{code}/reminders",
            "/targets/{code}/revisions",
            "/targets/{code}/explanations",
            "/targets/{code}/proofs",
            "/targets/{code}/proofs/{id}/evidence",
            "/targets/{code}/proofs/{id}/judgement",
            "/khao-sat/{token}",
            "/y-kien/{token}",
            "/indicators/{code}",
            "/indicators/{code}/institutions.xlsx",
            "/indicators/{code}/months/{asAt}",
            "/indicators/{code}/months/{asAt}/correction",
            "/indicators/{code}/versions",
            "/formulas/{id}",
            "/formulas/{id}/activation",
            "/formulas/{id}/conditions",
            "/formulas/{id}/conditions/{condition}/removal",
            "/formulas/{id}/demands",
            "/formulas/{id}/demands/{code}/removal",
            "/formulas/{id}/removal",
            "/formulas/{id}/terms",
            "/places/boundaries/{id}",
            "/places/boundaries/{id}/use",
            "/places/boundaries/{id}/removal",
            "/places/boundaries/{id}/outline.svg");

    /** What gives everybody their own: the variable names no record. */
    private static final Set<String> OF_ONES_OWN = Set.of(
            "/intake/exports/{kind}.xlsx",
            "/layouts/{level}",
            "/layouts/{level}/test.pdf",
            "/me/competence/questions/{place}");

    /**
     * Posts that read: what is covered otherwise is shown to whoever may see it, and that they looked is written down. They change
     * nothing; each must leave an act of this kind with the reason that was given.
     */
    private static final Map<String, String> READING_WITH_A_TRACE =
            Map.of("/learners/{id}/reveal", "LEARNER_REVEALED", "/staff/{id}/reveal", "PERSON_REVEALED");

    /** What only the other college's records hold: its student codes, serials and people's numbers. */
    private static final Pattern THEIRS = Pattern.compile("\\d\\dT(CD|TC)\\d{4}|TD\\d{6}|/TD-2025|207/QĐ-CĐCNTĐ");

    private static final List<String> TABLES = List.of(
            "indicator.assessment",
            "indicator.assessment_line",
            "person.training_certificate",
            "person.training_class",
            "person.training_course",
            "person.training_elsewhere",
            "person.training_enrolment",
            "person.spell",
            "person.paper",
            "person.recognition",
            "person.request",
            "programme.programme",
            "programme.version",
            "programme.module",
            "programme.outcome",
            "programme.teaching",
            "programme.alignment",
            "programme.cohort",
            "programme.comment",
            "programme.drafter",
            "programme.member",
            "programme.minutes",
            "programme.review",
            "programme.partner",
            "programme.inquiry",
            "programme.inquiry_answer",
            "programme.attainment",
            "learning.learner",
            "learning.enrolment",
            "learning.result",
            "learning.step",
            "learning.guardian",
            "learning.class",
            "learning.module",
            "learning.course",
            "learning.mark",
            "learning.session",
            "learning.conduct",
            "learning.graduation",
            "learning.council_member",
            "learning.graduation_run",
            "credential.decision",
            "credential.diploma",
            "credential.ruling",
            "credential.handover",
            "credential.copy",
            "credential.layout",
            "credential.printer",
            "credential.confirmation",
            "credential.suspicion",
            "credential.national_package",
            "credential.national_line",
            "credential.book",
            "credential.entry",
            "intake.batch",
            "intake.correction",
            "intake.set_aside",
            "intake.mapping",
            "exchange.api_key");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    Personas personas;

    @Autowired
    Classes classes;

    @Autowired
    Graduations graduations;

    @Autowired
    Keys keys;

    @Autowired
    Surveys surveys;

    @Autowired
    Standards standards;

    @Autowired
    Printing printing;

    @Autowired
    Signers signers;

    @Autowired
    ApplicationContext context;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    final List<String> readers = new ArrayList<>();
    Map<String, String> theirs = Map.of();
    long other;

    @BeforeEach
    void anotherCollegesIds() {
        other = one("select id from institution.directory where code = 'TDC'");
        Scope.system().run(() -> {
            // the administrator may close accounts, so that one of its own is within reach and no rehearsal account
            accounts.openPersona(
                    new NewAccount("thu.tamvoi", "Tầm với", Role.REGISTRAR, other, null, null), "dien-tap-2026");
            personas.act("daotao.thuduc", this::furnish);
            personas.act("vanthu.thuduc", () -> printing.add("Máy in thử tầm với"));
        });
        trainSomebody();
        var ids = new LinkedHashMap<String, String>();
        ids.put("/me/competence/questions/{place}", "select 1");
        ids.put(
                "/me/competence/reports/{id}",
                "select max(id) from person.competence_attempt where submitted_on is not null and institution_id = "
                        + other);
        ids.put(
                "/trainings/courses/{id}",
                "select max(id) from person.training_course where institution_id = " + other);
        ids.put(
                "/trainings/courses/{id}",
                "select max(id) from person.training_course where institution_id = " + other);
        ids.put("/trainings/classes/{id}", "select max(id) from person.training_class where institution_id = " + other);
        ids.put(
                "/trainings/classes/{id}/sessions/{session}",
                "select max(s.id) from person.training_session s join person.training_class c on c.id = s.class_id where c.institution_id = "
                        + other);
        ids.put(
                "/trainings/batches/{id}",
                "select max(b.id) from person.training_batch b join person.training_class c on c.id = b.class_id where c.institution_id = "
                        + other);
        ids.put(
                "/trainings/enrolments/{id}",
                "select max(id) from person.training_enrolment where institution_id = " + other);
        ids.put(
                "/trainings/mine/classes/{id}",
                "select max(id) from person.training_enrolment where institution_id = " + other);
        ids.put(
                "/trainings/certificates/{id}",
                "select max(id) from person.training_certificate where institution_id = " + other);
        ids.put(
                "/trainings/elsewhere/{id}",
                "select max(id) from person.training_elsewhere where institution_id = " + other);
        ids.put("/learners/{id}", "select min(id) from learning.enrolment where institution_id = " + other);
        ids.put("/credentials/{id}", "select min(id) from credential.diploma where institution_id = " + other);
        ids.put("/decisions/{id}", "select min(id) from credential.decision where institution_id = " + other);
        ids.put("/rulings/{id}", "select coalesce(min(id), 0) from credential.ruling where institution_id = " + other);
        ids.put(
                "/handovers/{id}",
                "select coalesce(min(id), 0) from credential.handover where institution_id = " + other);
        ids.put("/copies/{id}", "select coalesce(min(id), 0) from credential.copy where institution_id = " + other);
        ids.put(
                "/national-packages/{id}",
                "select coalesce(min(id), 0) from credential.national_package where institution_id = " + other);
        ids.put(
                "/suspicions/{id}",
                "select coalesce(min(id), 0) from credential.suspicion where institution_id = " + other);
        ids.put(
                "/printers/{id}",
                "select coalesce(min(id), 0) from credential.printer where institution_id = " + other);
        ids.put("/shares/{id}", "select coalesce(min(id), 0) from credential.share");
        ids.put("/books/{id}", "select min(id) from credential.book where institution_id = " + other);
        ids.put("/intake/{id}", "select min(id) from intake.batch where institution_id = " + other);
        ids.put("/accounts/{id}", "select max(id) from access.account where username = 'thu.tamvoi'");
        ids.put("/exchange/{id}", "select max(id) from exchange.api_key where institution_id = " + other);
        ids.put("/classes/{id}", "select min(id) from learning.class where institution_id = " + other);
        ids.put("/courses/{id}", "select max(id) from learning.course where institution_id = " + other);
        ids.put("/graduations/{id}", "select max(id) from learning.graduation where institution_id = " + other);
        // somebody who works at the other college and nowhere else
        ids.put(
                "/staff/{id}",
                "select min(s.person_id) from person.spell s where s.institution_id = " + other
                        + " and s.principal and not exists (select from person.spell o where o.person_id = s.person_id and o.institution_id <> s.institution_id)");
        ids.put("/staff/{id}/spells/{spell}", "select min(id) from person.spell where institution_id = " + other);
        ids.put("/staff/requests/{id}", "select max(id) from person.request where institution_id = " + other);
        ids.put("/staff/transfers/{id}", "select 0");
        ids.put("/me/staff/requests/{id}", "select 0");
        ids.put("/me/staff/papers/{paper}", "select 0");
        ids.put("/laws/{id}", "select 1");
        ids.put("/institutions/{id}", "select " + other);
        ids.put(
                "/institutions/{id}/sites/{site}",
                "select min(id) from institution.site where institution_id = " + other);
        ids.put(
                "/institutions/{id}/leaders/{leader}",
                "select min(id) from institution.leader where institution_id = " + other);
        ids.put(
                "/institutions/licences/{licence}",
                "select min(id) from institution.licence where institution_id = " + other);
        ids.put("/institutions/changes/{change}", "select 0");
        ids.put("/institutions/successions/{succession}", "select 0");
        ids.put("/institutions/comparisons/{comparison}", "select 0");
        ids.put("/targets/scorecard/{id}", "select " + other);
        ids.put("/indicators/{code}/institutions/{id}", "select " + other);
        ids.put("/tasks/{id}", "select max(id) from target.task where lead_id = " + other);
        ids.put("/standards/{id}", "select max(id) from indicator.assessment where institution_id = " + other);
        ids.put("/programmes/{id}", "select min(id) from programme.programme where institution_id = " + other);
        ids.put("/programmes/versions/{id}", "select min(id) from programme.version where institution_id = " + other);
        ids.put("/surveys/{id}", "select max(id) from indicator.survey where institution_id = " + other);
        theirs = ids.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey, it -> Long.toString(one(it.getValue())), (a, b) -> a, LinkedHashMap::new));
        theirs.put(
                "/signing/{id}",
                Scope.system()
                        .get(() -> signers.current(new KeyOwner(other, "Trường khác"), KeyUse.DOCUMENT))
                        .key()
                        .id());
    }

    /** What the rehearsal city does not give the other college, so that there is something to reach for. */
    private void furnish() {
        var id = one("select min(id) from learning.class where institution_id = " + other);
        classes.addModule(id, new NewModule("TẦM90", "Tầm với", BigDecimal.TWO, null, null, null));
        var module = classes.listModules(id).getFirst().id();
        classes.openCourse(id, new NewCourse(module, 2026, 1, null, "Cô Hoa", 45, 2, 1));
        graduations.open("Đợt thử tầm với", "6480201", 2024, null, LocalDate.now(Vi.ZONE));
        keys.create(new NewKey("Khoá thử tầm với", List.of("learners:check")));
        Scope.system().run(() -> jdbc.sql("""
                        insert into target.task (text_code, title, product, lead_id, due_on, first_due_on, made_by_name)
                        values ('x', 'Tầm với', 'Báo cáo', :other, date '2030-01-01', date '2030-01-01', 'x')
                        """).param("other", other).update());
        standards.begin(2026);
        var today = LocalDate.now(Vi.ZONE);
        surveys.open(new NewSurvey(Audience.EMPLOYER, "Tầm với", today, today, 100, "Công ty Tầm Với; 6480201"));
    }

    /** A class of the other college that ended with a certificate, and what one of its teachers did elsewhere. */
    private void trainSomebody() {
        var town = new TrainingTown(context);
        var people = town.staff("TDC", 1);
        var id = town.past("daotao.thuduc", town.course("daotao.thuduc", "OTHER"), 10);
        var enrolments = context.getBean(TrainingEnrolments.class);
        var results = context.getBean(TrainingResults.class);
        town.act("daotao.thuduc", () -> enrolments.enrol(id, people));
        town.finish("daotao.thuduc", id, Set.of());
        town.act("daotao.thuduc", () -> {
            results.close(id);
            results.confirmFor(id);
        });
        town.act(
                "hieutruong.thuduc",
                () -> context.getBean(TrainingCertificates.class).issue(id));
        Scope.system()
                .run(() -> jdbc.sql("""
                        insert into person.training_elsewhere (person_id, institution_id, title, kind, purpose, hours, provider, starts_on, finished_on, file_sha256,
                               file_name, declared_at)
                        values (:person, :other, 'Khoá tầm với', 'OTHER', 'TU_NGUYEN', 10, 'Nơi khác', date '2026-01-01', date '2026-01-02', :file, 'x.pdf', now())
                        """)
                        .param("person", people.getFirst())
                        .param(
                                "file",
                                context.getBean(Files.class).put(other, "giấy thử".getBytes(StandardCharsets.UTF_8)))
                        .param("other", other)
                        .update());
        Scope.system()
                .run(() -> jdbc.sql("""
                        insert into person.request (person_id, institution_id, account_id, facts, note, sha256, file_name)
                        values (:person, :other, 0, '{"CITIZEN_ID": "079188123456"}', 'Tầm với', :file, 'x.pdf')
                        """)
                        .param("person", people.getFirst())
                        .param(
                                "file",
                                context.getBean(Files.class).put(other, "giấy thử".getBytes(StandardCharsets.UTF_8)))
                        .param("other", other)
                        .update());
    }

    @Test
    void nobody_of_one_college_reaches_another() throws Exception {
        var before = fingerprint();
        var leaks = new ArrayList<String>();
        for (var persona : PERSONAS) {
            try (var visitor = client()) {
                signIn(visitor, persona);
                for (var route : routes()) {
                    leaks.addAll(visit(visitor, persona, route));
                }
            }
        }
        try (var stranger = client()) {
            for (var route : routes()) {
                leaks.addAll(visit(stranger, "", route));
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(fingerprint()).isEqualTo(before);
        assertThat(readers)
                .as("who of the city may look at what is covered")
                .containsExactlyInAnyOrder("chuyenvien", "kiemtra", "chuyenvien");
    }

    /** A route and how it is asked for. */
    private record Route(RequestMethod method, String pattern) {}

    private List<Route> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getPackageName().startsWith("vn.lanhnghe"))
                .flatMap(it -> it.getKey().getMethodsCondition().getMethods().stream()
                        .map(method -> new Route(
                                method,
                                it.getKey()
                                        .getPatternValues()
                                        .iterator()
                                        .next()
                                        .replaceAll("\\{(\\w+):[^}]*}", "{$1}"))))
                .toList();
    }

    private List<String> visit(HttpClient client, String persona, Route route) throws Exception {
        var address = address(route.pattern());
        var traces = traces(route, persona);
        var answer = route.method() == RequestMethod.GET ? get(client, address) : post(client, address);
        var label = "%s %s %s → %d".formatted(persona, route.method(), address, answer.statusCode());
        var leaks = new ArrayList<String>();
        if (answer.statusCode() >= 500) {
            leaks.add(label);
        }
        var aimed = !address.equals(route.pattern())
                && !OF_ONES_OWN.contains(route.pattern())
                && (route.method() == RequestMethod.POST || !NOT_OF_A_COLLEGE.contains(route.pattern()));
        var ofCity = OF_THE_CITY.contains(persona);
        var register =
                (route.pattern().startsWith("/institutions") || route.pattern().startsWith("/laws"))
                        && persona.equals("chuyenvien");
        var entrusted = register || route.pattern().startsWith("/accounts") && persona.equals("quantri");
        if (aimed && !ofCity && answer.statusCode() < 400 && !toSignIn(answer)) {
            leaks.add(label + " answers for another college's record");
        }
        if (READING_WITH_A_TRACE.containsKey(route.pattern())) {
            var shown = answer.statusCode() < 400 && !toSignIn(answer);
            if (shown) {
                readers.add(persona);
            }
            if (traces(route, persona) != traces + (shown ? 1 : 0)) {
                leaks.add(label + (shown ? " leaves no trace" : " leaves a trace of what was not shown"));
            }
        } else if (route.method() == RequestMethod.POST && aimed && ofCity && !entrusted && answer.statusCode() < 400) {
            leaks.add(label + " lets the city write a college's record");
        }
        if (!ofCity
                && !route.pattern().startsWith("/v/")
                && THEIRS.matcher(answer.body()).find()) {
            leaks.add(label + " shows another college's records");
        }
        return leaks;
    }

    /** How many acts a persona's readings have left; none of a route that leaves no trace. */
    private long traces(Route route, String persona) {
        var kind = READING_WITH_A_TRACE.get(route.pattern());
        return kind == null ? 0 : one("""
                        select count(*) from audit.act a join access.account p on p.id = a.account_id
                         where a.kind = '%s' and p.username = '%s' and a.institution_id = %d and a.reason = 'thử tầm với'
                        """.formatted(kind, persona, other));
    }

    private static boolean toSignIn(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").contains("/sign-in");
    }

    /** The route with the other college's id in it. */
    private String address(String pattern) {
        if (!pattern.contains("{")) {
            return pattern;
        }
        if (NOT_OF_A_COLLEGE.contains(pattern)) {
            // one that has nothing to compute from takes no new version
            return pattern.replace(
                            "{code}",
                            !pattern.startsWith("/indicators")
                                    ? "CT06"
                                    : pattern.endsWith("/versions") ? "CT08" : "SH.KQ")
                    .replace("{asAt}", "2026-10-31")
                    .replace("{condition}", "0")
                    .replace("{edition}", "0")
                    .replace("{opinion}", "0")
                    .replace("{sha256}", "0")
                    .replace("{slug}", "khong-co")
                    .replace("{id}", Long.toString(other))
                    .replace("{token}", "khong-co")
                    .replace("{version}", "khac")
                    .replace("{number}", "0")
                    .replace("{purpose}", "revocation")
                    .replace("{day}", "2001-01-01")
                    .replace("{licence}", theirs.getOrDefault("/institutions/licences/{licence}", "0"))
                    .replace("{succession}", "0")
                    .replace("{sourceId}", "khong-co")
                    .replace("{kind}", "learners")
                    .replace("{identifier}", "00000000-0000-0000-0000-000000000000")
                    .replace("{level}", "CAO_DANG");
        }
        var known = theirs.entrySet().stream()
                .filter(it -> pattern.equals(it.getKey())
                        || pattern.startsWith(it.getKey() + "/")
                        || pattern.startsWith(it.getKey() + "."))
                .max(Map.Entry.comparingByKey(Comparator.comparing(String::length)))
                .orElseThrow(() -> new AssertionError("a new route with a variable: " + pattern));
        return pattern.replace("{code}", pattern.startsWith("/indicators") ? "SH.KQ" : "CT06")
                .replace("{id}", pattern.startsWith("/institutions") ? Long.toString(other) : known.getValue())
                .replaceAll("\\{\\w+}", known.getValue());
    }

    private void signIn(HttpClient client, String persona) throws Exception {
        var answer = send(client, "/sign-in", Map.of("username", persona, "password", "dien-tap-2026"));
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .as(persona)
                .endsWith("/today");
    }

    private HttpResponse<String> post(HttpClient client, String address) throws Exception {
        if (address.equals("/sign-in") || address.equals("/intake")) {
            return get(client, address);
        }
        return send(
                client,
                address,
                Map.of(
                        "reason",
                        "thử tầm với",
                        "decision",
                        "1/QĐ",
                        "row",
                        "2",
                        "column",
                        "1",
                        "value",
                        "x",
                        "kind",
                        "REQUIRED",
                        "token",
                        "x",
                        "password",
                        "x",
                        "again",
                        "x",
                        "day",
                        "2026-01-01"));
    }

    private HttpResponse<String> send(HttpClient client, String address, Map<String, String> fields) throws Exception {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get(client, "/sign-in").body());
        assertThat(token.find()).isTrue();
        var body = fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&", "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&", ""));
        return client.send(
                HttpRequest.newBuilder(uri(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(HttpClient client, String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(address))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String address) {
        return URI.create("http://localhost:" + port + address);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    /** Everything of the other college that anybody could have changed. */
    private String fingerprint() {
        return TABLES.stream().map(it -> it + " " + hash(it)).collect(joining("\n"));
    }

    private String hash(String table) {
        return Scope.system()
                .get(() -> jdbc.sql(
                                "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %s t where institution_id = :id"
                                        .formatted(table))
                        .param("id", other)
                        .query(String.class)
                        .single());
    }

    private long one(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(Long.class).single());
    }
}
