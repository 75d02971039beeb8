package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lanhnghe.RehearsalTest;

/** Every page at every width: nothing serious for axe, no wider than the window, nothing asked of another site. */
@RehearsalTest
class PagesTest {

    /** Pages and who looks at them; a blank user is a citizen. */
    record Look(String user, List<String> pages) {}

    private static final int LOT = 12;

    @LocalServerPort
    int port;

    static List<Look> looks() {
        return List.of(
                new Look(
                        "",
                        List.of(
                                "/",
                                "/tra-cuu",
                                "/tra-cuu/danh-sach",
                                "/bao-gia-mao?code=LN-00000-00000-00",
                                "/bao-gia-mao/khong-co",
                                "/v/LN-00000-00000-00",
                                "/co-so",
                                "/co-so?q=khong+co",
                                "/co-so/truong-cao-dang-ky-thuat-cao-thang",
                                "/co-so/truong-cao-dang-ky-thuat-cao-thang?ngay=2025-01-01",
                                "/chuong-trinh",
                                "/chuong-trinh?q=khong+co",
                                "/chuong-trinh/1",
                                "/chuong-trinh/so-sanh?a=1&b=2",
                                "/chuong-trinh/so-sanh?a=1",
                                "/giay-phep",
                                "/ban-do",
                                "/ban-do?lop=co-so",
                                "/ban-do/khung",
                                "/du-lieu",
                                "/giay-phep?so=DT-1/GCN",
                                "/co-so/truong-cao-dang-ky-thuat-cao-thang/nguoi-day-nghe",
                                "/sign-in",
                                "/api",
                                "/bang-diem",
                                "/khao-sat/khong-co",
                                "/y-kien/khong-co",
                                "/ho-chieu/khong-co",
                                "/bang-diem/BD00-0000-0000-00",
                                "/khong-co-trang-nay")),
                new Look(
                        "daotao.caothang",
                        List.of(
                                "/today",
                                "/intake",
                                "/intake/1",
                                "/learners",
                                "/learners?q=khong+co+ai",
                                "/learners/1",
                                "/learners/1/edit",
                                "/learners/duplicates",
                                "/staff",
                                "/staff?q=khong+co+ai",
                                "/staff/1",
                                "/staff/new",
                                "/staff/1/spells/new",
                                "/staff/1/spells/1",
                                "/staff/1/correction",
                                "/staff/1/papers/new",
                                "/staff/1/recognitions/new",
                                "/staff/transfers",
                                "/staff/transfers/new",
                                "/staff/transfers/new?person=1",
                                "/staff/requests",
                                "/classes",
                                "/classes/1",
                                "/classes/1/conduct",
                                "/courses",
                                "/courses/1",
                                "/courses/1/changes",
                                "/courses/2/sessions",
                                "/schemes",
                                "/graduations",
                                "/credentials",
                                "/credentials/1",
                                "/decisions",
                                "/decisions/1",
                                "/books",
                                "/books/1",
                                "/credentials/1/copies",
                                "/copies",
                                "/suspicions",
                                "/rulings",
                                "/handovers?q=nguyen",
                                "/handovers?diploma=1",
                                "/handovers/log",
                                "/handovers/uncollected?age=MONTH",
                                "/deadlines",
                                "/deadlines/holidays",
                                "/targets",
                                "/exchange",
                                "/exchange/new",
                                "/surveys/new",
                                "/trainings",
                                "/trainings/missing",
                                "/trainings/elsewhere",
                                "/trainings/asked",
                                "/trainings/mine",
                                "/programmes",
                                "/programmes/new",
                                "/programmes/1",
                                "/programmes/hanging",
                                "/programmes/versions/1",
                                "/programmes/versions/1/modules",
                                "/programmes/versions/1/outcomes",
                                "/programmes/versions/1/outcomes/15",
                                "/programmes/versions/1/matrix",
                                "/programmes/versions/1/appraisal",
                                "/programmes/versions/1/files",
                                "/programmes/versions/1/employers",
                                "/programmes/versions/1/attainment",
                                "/programmes/versions/13/appraisal",
                                "/exchange/1",
                                "/institutions")),
                new Look(
                        "hieutruong.caothang",
                        List.of(
                                "/today",
                                "/competences",
                                "/me/competence",
                                "/credentials/1",
                                "/targets/CT06",
                                "/institutions/1/edit",
                                "/signing")),
                new Look(
                        "chuyenvien",
                        List.of(
                                "/today",
                                "/targets",
                                "/targets/CT06",
                                "/targets/CT01",
                                "/targets/rule",
                                "/targets/scorecard",
                                "/targets/CT04",
                                "/standards",
                                "/distributions",
                                "/distributions/new",
                                "/consultations",
                                "/consultations/new",
                                "/notices",
                                "/programmes",
                                "/programmes/rule",
                                "/programmes/versions/1",
                                "/frameworks",
                                "/frameworks/1",
                                "/trainings?all=true",
                                "/trainings/courses",
                                "/trainings/courses?kind=DIGITAL",
                                "/trainings/courses/1",
                                "/trainings/courses/new",
                                "/trainings/courses/1/change",
                                "/trainings/classes/new?course=1",
                                "/trainings/classes/2/change",
                                "/trainings/missing?kind=PEDAGOGY",
                                "/trainings/missing/schools?kind=DIGITAL",
                                "/trainings/elsewhere",
                                "/trainings/samples",
                                "/competences",
                                "/laws/new",
                                "/laws/1/editions/new",
                                "/laws/search?q=van+bang",
                                "/targets/scorecard/1",
                                "/indicators",
                                "/surveys",
                                "/tasks",
                                "/tasks/new",
                                "/indicators/SH.KQ?by=level",
                                "/indicators/TT38.03",
                                "/indicators/CT06/institutions/1",
                                "/indicators/SH.KQ/institutions/1",
                                "/formulas",
                                "/formulas/1",
                                "/institutions",
                                "/institutions?ngay=2025-01-01",
                                "/institutions/1",
                                "/laws",
                                "/laws/1",
                                "/institutions/1/edit",
                                "/institutions/1/sites/new",
                                "/institutions/1/leaders",
                                "/institutions/1/infrastructure",
                                "/institutions/1/changes",
                                "/institutions/1/licences/new",
                                "/institutions/licences/1",
                                "/institutions/new",
                                "/institutions/changes",
                                "/institutions/quota",
                                "/institutions/successions",
                                "/institutions/comparisons",
                                "/intake",
                                "/institutions/successions/new",
                                "/deadlines",
                                "/deadlines?institution=1",
                                "/deadlines/holidays",
                                "/handovers/uncollected?age=MONTH",
                                "/staff",
                                "/staff/1",
                                "/staff/transfers",
                                "/staff/duplicates",
                                "/staff/duplicates/pair?first=1&second=2",
                                "/learners")),
                new Look(
                        "vanthu.caothang",
                        List.of(
                                "/today",
                                "/national-packages?from=2026-01-01&to=2026-12-31",
                                "/blanks",
                                "/books",
                                "/decisions",
                                "/decisions/1/forms",
                                "/layouts",
                                "/layouts/TRUNG_CAP",
                                "/credentials/1")),
                new Look(
                        "nhagiao.caothang",
                        List.of(
                                "/today",
                                "/courses",
                                "/courses/1",
                                "/courses/2/sessions/1",
                                "/trainings",
                                "/trainings/courses/1",
                                "/me/competence",
                                "/trainings/mine",
                                "/trainings/mine/elsewhere")),
                new Look(
                        "nhagiao.caothang",
                        List.of(
                                "/today",
                                "/me/staff",
                                "/me/staff/requests/new",
                                "/me/staff/papers/new",
                                "/courses",
                                "/courses/1",
                                "/courses/2/sessions/1")),
                new Look("lanhdao", List.of("/today", "/targets/scorecard")),
                new Look("hocvien.caothang", List.of("/today", "/me")),
                new Look(
                        "quantri",
                        List.of(
                                "/today",
                                "/accounts",
                                "/accounts/new",
                                "/accounts/1",
                                "/intake/messages",
                                "/places",
                                "/places?old=P4,+T%C3%A2n+B%C3%ACnh",
                                "/places?q=khong+co",
                                "/places/boundaries")));
    }

    /** The same in smaller lots, which two browsers take in turn. */
    static List<Look> lots() {
        var lots = new ArrayList<Look>();
        for (var look : looks()) {
            for (var from = 0; from < look.pages().size(); from += LOT) {
                lots.add(new Look(
                        look.user(),
                        look.pages()
                                .subList(from, Math.min(from + LOT, look.pages().size()))));
            }
        }
        return lots;
    }

    @ParameterizedTest
    @MethodSource("lots")
    @Execution(ExecutionMode.CONCURRENT)
    void everybody_can_use_every_page(Look look) {
        try (var visitor = new Visitor(port)) {
            if (!look.user().isEmpty()) {
                visitor.as(look.user());
            }
            for (var page : look.pages()) {
                visitor.page.navigate(page);
                assertThat(visitor.page.locator("h1").count()).as(page).isEqualTo(1);
                for (var width : new int[] {390, 768, 1440}) {
                    visitor.resize(width);
                    visitor.fits();
                    if (width != 768) {
                        visitor.isAccessible();
                    }
                }
            }
            assertThat(visitor.complaints).isEmpty();
            assertThat(visitor.foreign).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tra-cuu", "/co-so?q=cao+thang", "/learners?q=nguyen"})
    void reading_and_searching_work_without_scripts(String address) {
        try (var visitor = Visitor.withoutScripts(port)) {
            if (address.startsWith("/learners")) {
                visitor.as("daotao.caothang");
            }
            visitor.page.navigate(address);
            if (address.equals("/tra-cuu")) {
                visitor.page.fill("#code", "LN-00000-00000-00");
                visitor.page.click("form.ask button");
                assertThat(visitor.page.innerText("h1")).contains("Không phải mã của hệ thống");
            } else {
                assertThat(visitor.page.locator("main table.list tbody tr").count())
                        .isPositive();
            }
        }
    }
}
