package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody signed in who sends what the pages would send, without a browser; the session outlives the program. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final Program program;
    private String token = "";

    Caller(Program program) {
        this.program = program;
    }

    Caller as(String username) throws IOException, InterruptedException {
        token(get("/sign-in"));
        var answer = send("/sign-in", Map.of("username", username, "password", "dien-tap-2026"))
                .join();
        assertThat(target(answer)).isEqualTo("/today");
        token(get("/today"));
        return this;
    }

    private void token(String page) {
        var found = TOKEN.matcher(page);
        assertThat(found.find()).as("a form's token in " + page).isTrue();
        token = found.group(1);
    }

    String get(String path) throws IOException, InterruptedException {
        var answer = client.send(request(path).GET().build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Presses the button of a form and does not wait for the answer. */
    CompletableFuture<HttpResponse<String>> send(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                        .map(it -> it.getKey() + "=" + encoded(it.getValue()) + "&")
                        .collect(Collectors.joining())
                + "_csrf=" + encoded(token);
        return client.sendAsync(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends a file as a form would and does not wait for the answer. */
    CompletableFuture<HttpResponse<String>> upload(String path, String name, byte[] file, Map<String, String> fields) {
        var boundary = "----lanhnghe";
        var head = new StringBuilder();
        fields.forEach((key, value) -> part(head, boundary, "name=\"" + key + "\"", value + "\r\n"));
        part(head, boundary, "name=\"_csrf\"", token + "\r\n");
        part(head, boundary, "name=\"file\"; filename=\"" + name + "\"", "");
        return client.sendAsync(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArrays(List.of(
                                head.toString().getBytes(StandardCharsets.UTF_8),
                                file,
                                ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8))))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void part(StringBuilder head, String boundary, String disposition, String content) {
        head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; ")
                .append(disposition)
                .append("\r\n\r\n")
                .append(content);
    }

    /** Where an act that was done leads to; fails with the page's words when it was refused. */
    String target(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(words(answer.body())).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    /** What a page says, without its tags. */
    static String words(String page) {
        return page.replaceAll("(?s)^.*<main[^>]*>|</main>.*$", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + path))
                .timeout(PATIENCE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
