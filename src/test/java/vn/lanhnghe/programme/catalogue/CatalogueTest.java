package vn.lanhnghe.programme.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;

/** What anybody reads of programmes: in both languages, two side by side, and by the addresses that CASE gives them. */
@RehearsalTest
class CatalogueTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_sign_that_means_anything_to_a_database_is_a_letter() throws Exception {
        for (var sign : new String[] {"%25", "_", "%5C"}) {
            assertThat(get("/chuong-trinh?q=" + sign).body())
                    .as(sign)
                    .contains("Không có chương trình nào khớp", "No programme matches");
        }
    }

    @Test
    void what_the_product_says_is_said_in_english_too() throws Exception {
        var id = published();
        var page = get("/chuong-trinh/" + id).body();
        assertThat(page).contains("months", "Information and data literacy", "highest level", "of them practice");
        assertThat(page.contains("/ integrated") || page.contains("/ not yet integrated"))
                .isTrue();
        var missing = get("/chuong-trinh/999999");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("Không có chương trình này", "There is no such programme");
        assertThat(get("/chuong-trinh/so-sanh?a=" + id + "&b=999999").statusCode())
                .isEqualTo(404);
    }

    @Test
    void each_of_two_is_named_by_its_title_and_one_is_not_held_against_itself() throws Exception {
        var id = published();
        var other = Scope.system()
                .get(() -> jdbc.sql("""
                        select v.programme_id from programme.version v join programme.version o on o.programme_id = :id and o.state = 'PUBLISHED'
                         where v.state = 'PUBLISHED' and v.institution_id = o.institution_id and v.name <> o.name order by v.id limit 1
                        """).param("id", id).query(Long.class).single());
        var both = get("/chuong-trinh/so-sanh?a=" + id + "&b=" + other).body();
        for (var it : new long[] {id, other}) {
            var name = name(it);
            assertThat(both).contains("data-label=\"" + name).contains("<h3>" + name);
        }
        assertThat(get("/chuong-trinh/so-sanh?a=" + id + "&b=" + id).body())
                .contains("so một chương trình với chính nó", "the same programme twice")
                .doesNotContain("<h3>" + name(id));
    }

    @Test
    void the_addresses_of_what_was_published_answer_and_those_of_drafts_do_not() throws Exception {
        var outcome =
                uuid("select o.identifier from programme.outcome o where o.version_id = (%s)".formatted(version()));
        var item = json("/chuong-trinh/case/CFItems/" + outcome);
        assertThat(item.path("identifier").asString()).isEqualTo(outcome.toString());
        var document =
                URI.create(item.path("CFDocumentURI").path("uri").asString()).getPath();
        assertThat(json(document).path("lastChangeDateTime").asString()).isNotEmpty();
        var whole = json(document.replace("CFDocuments", "CFPackages"));
        assertThat(whole.path("CFItems").size()).isGreaterThan(3);
        var module = uuid("select m.identifier from programme.module m where m.version_id = (%s)".formatted(version()));
        assertThat(json("/chuong-trinh/case/CFItems/" + module)
                        .path("CFItemType")
                        .asString())
                .isEqualTo("Module");
        var component = uuid(
                "select identifier from framework.item_list where framework_code = 'NLS-NH' and code = '1.1' and state = 'ACTIVE'");
        var framework = json("/frameworks/case/CFItems/" + component);
        assertThat(framework.path("humanCodingScheme").asString()).isEqualTo("1.1");
        assertThat(json(URI.create(framework.path("CFDocumentURI").path("uri").asString())
                                .getPath())
                        .path("adoptionStatus")
                        .asString())
                .isEqualTo("Adopted");
        var draft = uuid("""
                select o.identifier from programme.outcome o join programme.version v on v.id = o.version_id and v.state not in ('PUBLISHED', 'SUPERSEDED')
                 where not exists (select from programme.outcome x join programme.version y on y.id = x.version_id
                                    where x.identifier = o.identifier and y.state in ('PUBLISHED', 'SUPERSEDED'))
                """);
        for (var nothing : new String[] {
            "/chuong-trinh/case/CFItems/" + draft,
            "/chuong-trinh/case/CFItems/x",
            "/chuong-trinh/case/CFDocuments/" + outcome,
            "/frameworks/case/CFPackages/" + UUID.randomUUID()
        }) {
            assertThat(get(nothing).statusCode()).as(nothing).isEqualTo(404);
        }
    }

    private long published() {
        return Scope.system()
                .get(() -> jdbc.sql("select programme_id from programme.version where id = (%s)".formatted(version()))
                        .query(Long.class)
                        .single());
    }

    private static String version() {
        return "select min(id) from programme.version where state = 'PUBLISHED'";
    }

    private String name(long programme) {
        return Scope.system()
                .get(() -> jdbc.sql(
                                "select name from programme.version where programme_id = :id and state = 'PUBLISHED'")
                        .param("id", programme)
                        .query(String.class)
                        .single());
    }

    private UUID uuid(String sql) {
        return Scope.system()
                .get(() -> jdbc.sql(sql + " limit 1").query(UUID.class).single());
    }

    private JsonNode json(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
