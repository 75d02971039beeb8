package vn.lanhnghe.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** The register as the migrations leave it; it has a database of its own, so that its counts hold. */
@SpringBootTest(properties = "lanhnghe.data=target/test-data/institution-${random.uuid}")
@AutoConfigureMockMvc
class InstitutionTest {

    private static final Pattern COUNT = Pattern.compile("class=\"count\">([0-9.]+) cơ sở, lọc từ ([0-9.]+)<");

    @Autowired
    Institutions institutions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Test
    void the_register_begins_with_29_colleges_and_8_schools_of_intermediate_level() {
        assertThat(number("select count(*) from institution.directory where type = 'CD' and not rehearsal"))
                .isEqualTo(29);
        assertThat(number("select count(*) from institution.directory where type = 'TC' and not rehearsal"))
                .isEqualTo(8);
    }

    @Test
    void the_city_has_168_wards_in_three_regions() {
        assertThat(jdbc.sql("select count(*) from place.unit group by region order by region")
                        .query(Long.class)
                        .list())
                .containsExactly(102L, 36L, 30L);
    }

    @Test
    void every_institution_has_one_main_site() {
        assertThat(number("""
                select count(*) from institution.institution i
                 where not rehearsal and (select count(*) from institution.site s where s.institution_id = i.id and s.main) <> 1
                """)).isZero();
    }

    @Test
    void the_columns_for_search_and_order_are_those_of_the_program() {
        jdbc.sql("select name, name_folded, sort_key from institution.institution")
                .query()
                .listOfRows()
                .forEach(it -> {
                    var name = String.valueOf(it.get("name"));
                    assertThat(it.get("name_folded")).isEqualTo(Vietnamese.fold(name));
                    assertThat(it.get("sort_key")).isEqualTo(Vietnamese.wordKey(name));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "cao thang, Trường Cao đẳng Kỹ thuật Cao Thắng",
        "CAO THẮNG, Trường Cao đẳng Kỹ thuật Cao Thắng",
        "ckc, Trường Cao đẳng Kỹ thuật Cao Thắng",
        "26740, Trường Cao đẳng Kỹ thuật Cao Thắng",
        "phường sài gòn, Trường Cao đẳng Kỹ thuật Cao Thắng",
        "an khanh, Trường Cao đẳng Hàng hải II",
        "binh duong, Trường Cao đẳng Y tế Bình Dương",
        "kinh te ky thuat thu duc, Trường Cao đẳng Kinh tế – Kỹ thuật Thủ Đức",
        "kinh te - ky thuat, Trường Cao đẳng Kinh tế – Kỹ thuật Thủ Đức",
        "cong nghe va quan tri, Trường Cao đẳng Công nghệ &amp; Quản trị doanh nghiệp"
    })
    void an_institution_is_found_as_people_type_it(String typed, String name) {
        assertThat(body("/co-so?q=" + encoded(typed))).contains(name);
    }

    @Test
    void a_name_typed_with_separate_marks_is_found() {
        var separate = java.text.Normalizer.normalize("Cao Thắng", java.text.Normalizer.Form.NFD);
        assertThat(matching("/co-so?q=" + encoded(separate))).isEqualTo(1);
    }

    @Test
    void filters_narrow_together() {
        assertThat(matching("/co-so?type=CD&q=" + encoded("diễn tập"))).isZero();
        assertThat(matching("/co-so?type=TC")).isEqualTo(8);
        assertThat(matching("/co-so?type=CD&ownership=TU_THUC")).isEqualTo(4);
        assertThat(matching("/co-so?type=CD&ownership=CONG_LAP&region=2")).isEqualTo(2);
        assertThat(matching("/co-so?type=TC&region=2")).isZero();
        assertThat(matching("/co-so?ward=26785")).isEqualTo(2);
        assertThat(matching("/co-so?ward=26785&type=CD&q=sai+gon")).isEqualTo(1);
    }

    @Test
    void the_count_is_said_in_words() {
        assertThat(body("/co-so?type=TC")).contains("8 cơ sở, lọc từ ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "_",
                "%%%",
                "\\",
                "'; drop table x; --",
                "\"><script>alert(1)</script>",
                ")(*&^",
                "' or '1'='1"
            })
    void a_hostile_question_finds_nothing_and_breaks_nothing(String q) {
        var address = "/co-so?q=" + encoded(q);
        assertThat(open(address)).hasStatusOk();
        assertThat(matching(address)).isZero();
        assertThat(body(address)).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%00", "q=a%00b", "type=%00", "ward=%00"})
    void a_character_no_keyboard_types_is_turned_away_at_the_door(String query) {
        assertThat(mvc.get().uri(URI.create("/co-so?" + query))).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ownership=%27", "status=NONE", "ward=%27", "type=%25", "q=%27%3B--"})
    void an_unknown_code_is_not_a_fault_of_ours(String query) {
        assertThat(open("/co-so?" + query)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "99", "2147483647", "-2147483648", "99999999999999999999", "abc", "", "1.5"})
    void a_page_number_that_makes_no_sense_shows_a_page_that_does(String page) {
        assertThat(open("/co-so?page=" + page)).hasStatusOk();
        assertThat(body("/co-so?page=" + page)).contains("/co-so/truong-cao-dang-ky-thuat-cao-thang");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "9", "-1"})
    void a_region_that_makes_no_sense_is_no_fault(String region) {
        assertThat(open("/co-so?region=" + region)).hasStatusOk();
    }

    @Test
    void the_page_of_an_institution_says_what_it_is_and_how_sure_that_is() {
        assertThat(body("/co-so/truong-cao-dang-ky-thuat-cao-thang"))
                .contains("<title>Trường Cao đẳng Kỹ thuật Cao Thắng – Lành Nghề</title>")
                .contains("<meta name=\"description\" content=\"Trường Cao đẳng Kỹ thuật Cao Thắng")
                .contains("Phường Sài Gòn", "chưa xác minh", "028.3821.2360")
                .contains("action=\"/tra-cuu\"")
                .contains("itemscope", "https://schema.org/CollegeOrUniversity", "itemprop=\"name\"")
                .doesNotContain("<script type=\"application/ld+json\"");
    }

    @Test
    void every_institution_of_the_register_has_its_page() {
        var slugs = jdbc.sql("select slug from institution.directory")
                .query(String.class)
                .list();
        assertThat(slugs).allSatisfy(it -> assertThat(open("/co-so/" + it)).hasStatusOk());
    }

    @Test
    void an_unknown_address_is_answered_with_a_way_on() {
        assertThat(open("/co-so/khong-co")).hasStatus(404);
        assertThat(body("/co-so/khong-co")).contains("Hãy tìm theo tên");
        assertThat(open("/co-so/" + encoded("' or 1=1"))).hasStatus(404);
    }

    @Test
    void the_staff_register_asks_who_is_there() {
        assertThat(open("/institutions")).hasStatus3xxRedirection();
    }

    @Test
    @WithMockUser(authorities = "ACCOUNT_VIEW")
    void the_staff_register_asks_for_the_permission() {
        assertThat(open("/institutions")).hasStatus(403);
        assertThat(open("/institutions/1")).hasStatus(403);
    }

    @Test
    @WithMockUser(authorities = "INSTITUTION_VIEW")
    void the_staff_record_has_its_sites_and_its_history() {
        var id = institutions.get("NTT").id();
        assertThat(body("/institutions/" + id)).contains("Cơ sở Gò Vấp", "Cơ sở Củ Chi", "Lịch sử");
        assertThat(open("/institutions/999999")).hasStatus(404);
        assertThat(open("/institutions/abc")).hasStatus(404);
        assertThat(matching("/institutions?status=CLOSED")).isZero();
    }

    @Test
    void only_the_program_itself_adds_to_the_register() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> institutions.open(invented("DT-T1")));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("""
                        insert into institution.institution (code, slug, name, name_folded, sort_key, type, ownership)
                        values ('X', 'x', 'X', 'x', 'x', 'CD', 'CONG_LAP')
                        """).update());
        assertThat(jdbc.sql("update institution.institution set name = 'X'").update())
                .isZero();

        var id = Scope.system().get(() -> institutions.open(invented("DT-T2")));
        assertThat(institutions.get(id).rehearsal()).isTrue();
    }

    private static NewInstitution invented(String code) {
        return new NewInstitution(
                code,
                code.toLowerCase(java.util.Locale.ROOT),
                "Trung tâm Thử",
                "DN",
                "TU_THUC",
                "26740",
                null,
                null,
                java.time.LocalDate.of(2020, 1, 1),
                true);
    }

    private long matching(String address) {
        var said = COUNT.matcher(body(address));
        assertThat(said.find()).as("a count in words at %s", address).isTrue();
        return Long.parseLong(said.group(1).replace(".", ""));
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private String body(String address) {
        return new String(open(address).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult open(String address) {
        return mvc.get().uri(URI.create(address)).exchange();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
