package vn.lanhnghe.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lanhnghe.RehearsalTest;

@RehearsalTest
class AssetsTest {

    @LocalServerPort
    int port;

    @Test
    void every_style_sheet_script_and_font_is_ours_hashed_kept_for_a_year_and_compressed() throws Exception {
        var page = get("/tra-cuu");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self';", "style-src 'self';", "default-src 'none'")
                .doesNotContain("unsafe");
        var files = Pattern.compile("(?:href|src)=\"(/(?:css|js|lib|img)/[^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(files).hasSizeGreaterThan(8).allMatch(it -> it.matches(".*-[0-9a-f]{32}\\.\\w+"));
        for (var file : files) {
            var answer = get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("max-age=31536000", "immutable");
        }
        var style = get(
                files.stream().filter(it -> it.contains("/css/app")).findFirst().orElseThrow());
        var fonts = Pattern.compile("url\\(\"?(/lib/fonts/[^\")]+)")
                .matcher(style.body())
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(fonts).isNotEmpty();
        for (var font : fonts) {
            assertThat(get(font).statusCode()).as(font).isEqualTo(200);
        }
        assertThat(get(
                                files.stream()
                                        .filter(it -> it.contains("tabler"))
                                        .findFirst()
                                        .orElseThrow(),
                                "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
        assertThat(page.headers().firstValue("Set-Cookie"))
                .as("a citizen who reads is given no cookie")
                .isEmpty();
    }

    @Test
    void a_client_that_asks_for_json_gets_a_problem_it_can_read() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/co-so/khong-co"))
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("Không có cơ sở nào");
        }
    }

    @Test
    void numbers_and_days_are_written_the_vietnamese_way() {
        assertThat(Vi.count(1_234_567)).isEqualTo("1.234.567");
        assertThat(Vi.percent(2, 3)).isEqualTo("66,7 %");
        assertThat(Vi.percent(0, 0)).isEqualTo("–");
        assertThat(Vi.mark(new java.math.BigDecimal("7.5"))).isEqualTo("7,5");
        assertThat(Vi.day(java.time.LocalDate.of(2026, 2, 3))).isEqualTo("03/02/2026");
    }

    private HttpResponse<String> get(String address) throws Exception {
        return get(address, "identity");
    }

    private HttpResponse<String> get(String address, String encoding) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                            .header("Accept-Encoding", encoding)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
