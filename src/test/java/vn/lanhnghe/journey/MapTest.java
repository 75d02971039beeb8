package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.RehearsalTest;

/** A citizen with the map: the same list in four forms, by mouse, by keyboard, without scripts, in another site's frame. */
@RehearsalTest
class MapTest {

    private static final Pattern COUNT = Pattern.compile("id=\"counted\">([0-9.]+) cơ sở");

    @LocalServerPort
    int port;

    private HttpResponse<String> get(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private long said(String page) {
        var count = COUNT.matcher(page);
        assertThat(count.find()).isTrue();
        return Long.parseLong(count.group(1).replace(".", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?type=CD",
                "?region=2&ownership=TU_THUC",
                "?ward=26740",
                "?q=cao+thang",
                "?occupation=6480201&level=CAO_DANG",
                "?ngay=2021-01-01&type=TC",
                "?q=khong+co+gi+het"
            })
    void map_list_and_open_data_hold_the_same(String query) throws Exception {
        var page = get("/ban-do" + query).body();
        var said = said(page);
        assertThat(Pattern.compile("<li id=\"co-").matcher(page).results().count())
                .isEqualTo(said);
        assertThat(get("/co-so" + query).body())
                .contains("class=\"count\">" + String.format(java.util.Locale.of("vi", "VN"), "%,d", said) + " cơ sở");
        assertThat(get("/du-lieu/co-so.csv" + query).body().lines().count() - 1).isEqualTo(said);
        var collection = JsonMapper.shared()
                .readTree(get("/du-lieu/co-so.geojson" + query).body());
        assertThat(collection.get("features").size()).isEqualTo((int) said);
        assertThat(collection.get("licence").asString()).startsWith("CC BY 4.0");
    }

    @Test
    void a_point_of_the_open_data_is_longitude_then_latitude() throws Exception {
        var collection =
                JsonMapper.shared().readTree(get("/du-lieu/co-so.geojson?q=ckc").body());
        var point = collection.get("features").get(0).get("geometry").get("coordinates");
        assertThat(point.get(0).asDouble()).isBetween(106.0, 108.0);
        assertThat(point.get(1).asDouble()).isBetween(8.0, 12.0);
    }

    /** The judge is a package that we did not write. */
    @ParameterizedTest
    @ValueSource(strings = {"/du-lieu/co-so.geojson", "outlines"})
    void the_geojson_passes_an_independent_check(String address) throws Exception {
        var outlines = Pattern.compile("data-outlines=\"([^\"]+)\"")
                .matcher(get("/ban-do").body());
        assertThat(outlines.find()).isTrue();
        var file = Files.createTempFile("open-data", ".geojson");
        Files.writeString(
                file,
                get(address.equals("outlines") ? outlines.group(1) : address).body());
        var judge = new ProcessBuilder(
                        "node",
                        "--input-type=module",
                        "-e",
                        "import { check } from '@placemarkio/check-geojson'; import { readFileSync } from 'node:fs';"
                                + " check(readFileSync(process.argv[1], 'utf8')); console.log('valid');",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.delete(file);
        assertThat(said.strip()).isEqualTo("valid");
        assertThat(judge.waitFor()).isZero();
    }

    @Test
    void markers_are_as_many_as_the_list_says_and_nothing_is_asked_of_another_site() {
        try (var visitor = new Visitor(port)) {
            visitor.page.navigate("/ban-do?type=CD&region=2");
            visitor.page.waitForSelector("#map[data-ready]");
            var rows = visitor.page.locator(".gazetteer li[data-lat]").count();
            var shown = (Number)
                    visitor.page.evaluate(
                            "[...document.querySelectorAll('#map .bunch')].reduce((sum, it) => sum + parseInt(it.textContent), 0) + document.querySelectorAll('#map .pin').length");
            // clusters outside the view are not drawn: the whole list is in view at the start
            assertThat(shown.intValue()).isEqualTo(rows);
            assertThat(visitor.foreign).isEmpty();
            assertThat(visitor.complaints).isEmpty();
            visitor.isAccessible();
        }
    }

    @Test
    void list_and_marker_lead_to_each_other_and_the_address_brings_both_back() {
        try (var visitor = new Visitor(port)) {
            visitor.page.navigate("/ban-do?lop=co-so");
            visitor.page.waitForSelector("#map[data-ready]");
            visitor.page.locator("#co-CKC button.show").click();
            visitor.page.waitForSelector("#map .leaflet-popup-content:has-text('Cao Thắng')");
            assertThat(visitor.page.locator("#co-CKC").getAttribute("class")).contains("chosen");
            assertThat(visitor.page.url()).contains("chon=CKC").contains("#");
            var address = visitor.page.url();
            visitor.page.navigate("about:blank");
            visitor.page.navigate(address);
            visitor.page.waitForSelector("#map .leaflet-popup-content:has-text('Cao Thắng')");
            assertThat(visitor.page.locator("#map path.ward").count()).isGreaterThanOrEqualTo(168);
            assertThat(visitor.page.locator(".shades li").count()).isBetween(2, 6);
            assertThat(visitor.page.locator("#values tbody tr").count()).isEqualTo(168);
        }
    }

    @Test
    void every_institution_is_reached_by_keyboard_alone() {
        try (var visitor = new Visitor(port)) {
            visitor.page.navigate("/ban-do?q=cao+thang");
            visitor.page.waitForSelector("#map[data-ready]");
            visitor.page.focus(".skip-map a");
            visitor.page.keyboard().press("Enter");
            visitor.page.keyboard().press("Tab");
            assertThat(visitor.page.evaluate("document.activeElement.textContent"))
                    .isEqualTo("Trường Cao đẳng Kỹ thuật Cao Thắng");
            visitor.page.keyboard().press("Tab");
            visitor.page.keyboard().press("Enter");
            visitor.page.waitForSelector("#map .leaflet-popup-content:has-text('Cao Thắng')");
            visitor.page.focus("#map .leaflet-marker-icon");
            visitor.page.keyboard().press("Enter");
            visitor.page.focus("#co-CKC a");
            visitor.page.keyboard().press("Enter");
            visitor.page.waitForURL("**/co-so/truong-cao-dang-ky-thuat-cao-thang");
        }
    }

    @Test
    void without_scripts_it_is_a_list_by_ward() {
        try (var visitor = Visitor.withoutScripts(port)) {
            visitor.page.navigate("/ban-do?ward=26740");
            assertThat(visitor.text()).contains("Phường Sài Gòn").contains("Trường Cao đẳng Kỹ thuật Cao Thắng");
            assertThat(visitor.page.locator("#map").isVisible()).isFalse();
            visitor.page.click(".gazetteer li a");
            visitor.page.waitForURL("**/co-so/*");
        }
    }

    @Test
    void only_the_frame_may_stand_in_another_site() throws Exception {
        var frame = get("/ban-do/khung?type=CD").headers();
        assertThat(frame.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors *");
        assertThat(frame.firstValue("X-Frame-Options")).isEmpty();
        assertThat(frame.firstValue("Set-Cookie")).isEmpty();
        for (var address : List.of("/ban-do", "/", "/co-so")) {
            assertThat(get(address)
                            .headers()
                            .firstValue("Content-Security-Policy")
                            .orElse(""))
                    .contains("frame-ancestors 'none'");
        }
        assertThat(get("/ban-do?type=CD").body())
                .contains("/ban-do/khung?type=CD\" width")
                .contains("&lt;/iframe&gt;");
    }

    @Test
    void the_outlines_are_kept_by_the_browser_for_good() throws Exception {
        var address = Pattern.compile("data-outlines=\"([^\"]+)\"")
                .matcher(get("/ban-do").body());
        assertThat(address.find()).isTrue();
        var answer = get(address.group(1));
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(JsonMapper.shared().readTree(answer.body()).get("features").size())
                .isEqualTo(168);
        assertThat(get("/ban-do/dia-gioi/khac.json")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("no-store");
        assertThat(get("/ban-do?lop=khong-co&region=abc&chon=%3Cscript%3E").statusCode())
                .isEqualTo(200);
    }
}
