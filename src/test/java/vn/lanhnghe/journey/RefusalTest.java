package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lanhnghe.RehearsalTest;

/** Whoever is refused reads why on the page they wrote on, and what they wrote is still there. */
@RehearsalTest
class RefusalTest {

    @LocalServerPort
    int port;

    @Test
    void what_was_typed_is_there_when_the_answer_is_no() {
        try (var officer = new Visitor(port).as("chuyenvien")) {
            officer.page.navigate("/targets/rule");
            officer.page.fill("#share", "170");
            officer.page.fill("#since", "2020-01-01");
            officer.page.selectOption("#text-code", new SelectOption().setIndex(1));
            var text = officer.page.inputValue("#text-code");
            officer.page.fill("#reason", "Vì sao");
            officer.page.click("button:has-text('Ghi mức mới')");
            officer.says(
                    "Chưa thực hiện được",
                    "Mức là số trên 0 và không quá 100",
                    "Ngày áp dụng từ hôm nay trở đi",
                    "Ghi vì sao đổi mức");
            assertThat(officer.page.url()).endsWith("/targets/rule");
            assertThat(officer.page.inputValue("#share")).isEqualTo("170");
            assertThat(officer.page.inputValue("#since")).isEqualTo("2020-01-01");
            assertThat(officer.page.inputValue("#text-code")).isEqualTo(text);
            assertThat(officer.page.inputValue("#reason")).isEqualTo("Vì sao");
            assertThat(officer.page.evaluate("document.activeElement.getAttribute('role')"))
                    .isEqualTo("alert");
            officer.isAccessible();
            // told once, and kept for one page only
            officer.page.reload();
            assertThat(officer.page.locator("[role=alert]").count()).isZero();
            assertThat(officer.page.inputValue("#reason")).isEmpty();
            assertThat(officer.page.evaluate("sessionStorage.getItem('typed')")).isNull();
        }
    }

    @Test
    void a_refusal_goes_back_to_a_page_of_ours_that_can_be_opened_and_nowhere_else()
            throws IOException, InterruptedException {
        var site = "http://localhost:" + port;
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var token = token(client, site + "/sign-in");
        send(client, site + "/sign-in", "username=chuyenvien&password=dien-tap-2026&_csrf=" + token, null);
        token = token(client, site + "/targets/rule");
        var form = "share=170&textCode=&reason=&_csrf=" + token;

        var back = send(client, site + "/targets/rule", form, site + "/targets/rule?x=1");
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().firstValue("Location")).hasValue(site + "/targets/rule?x=1");
        for (var elsewhere : new String[] {
            null,
            "https://elsewhere.example/targets/rule",
            site + "/no/such/page",
            site + "/indicators/CT01/versions",
            "::"
        }) {
            assertThat(send(client, site + "/targets/rule", form, elsewhere).statusCode())
                    .as("sent from " + elsewhere)
                    .isEqualTo(422);
        }
    }

    private static HttpResponse<String> send(HttpClient client, String address, String form, @Nullable String referer)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (referer != null) {
            request.header("Referer", referer);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String token(HttpClient client, String address) throws IOException, InterruptedException {
        var page = client.send(
                        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        return URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    }
}
