import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Asks for the ten main pages, ten users at once, and prints p50 and p95 of each in milliseconds; the last lines are for the script. */
class Pages {

    record Main(String user, String address) {}

    static final int USERS = 10;
    static final int ROUNDS = 30;

    static String site = "";

    public static void main(String[] arguments) throws Exception {
        site = arguments[0];
        var registrar = signedIn("daotao.caothang");
        var diploma = found(text(registrar, "/credentials?state=VALID"), "href=\"(/credentials/\\d+)\"");
        var code = found(text(registrar, diploma), "<code>(LN-[^<]+)</code>");
        var pages = List.of(
                new Main("", "/"),
                new Main("", "/tra-cuu"),
                new Main("", "/v/" + code),
                new Main("", "/co-so?q=cao"),
                new Main("daotao.caothang", "/today"),
                new Main("daotao.caothang", "/intake"),
                new Main("daotao.caothang", "/learners?q=nguyen"),
                new Main("daotao.caothang", found(text(registrar, "/learners"), "href=\"(/learners/\\d+)\"")),
                new Main("daotao.caothang", "/credentials"),
                new Main("chuyenvien", "/targets"));
        for (var page : pages) {
            measure(page); // warm
        }
        var worst = 0.0;
        for (var page : pages) {
            var times = measure(page);
            var p95 = times.get(times.size() * 95 / 100) / 1e6;
            System.out.printf("%-30s p50 %6.1f ms  p95 %6.1f ms%n", page.address(), times.get(times.size() / 2) / 1e6, p95);
            worst = Math.max(worst, p95);
        }
        System.out.printf("worst\t%.1f%ncode\t%s%n", worst, code);
    }

    static List<Long> measure(Main page) throws Exception {
        try (var users = Executors.newFixedThreadPool(USERS)) {
            var tasks = new ArrayList<Callable<List<Long>>>();
            for (var i = 0; i < USERS; i++) {
                var client = page.user().isEmpty() ? client() : signedIn(page.user());
                tasks.add(() -> {
                    var times = new ArrayList<Long>();
                    for (var round = 0; round < ROUNDS; round++) {
                        var from = System.nanoTime();
                        text(client, page.address());
                        times.add(System.nanoTime() - from);
                    }
                    return times;
                });
            }
            var all = new ArrayList<Long>();
            for (var done : users.invokeAll(tasks)) {
                all.addAll(done.get());
            }
            all.sort(null);
            return all;
        }
    }

    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
    }

    static HttpClient signedIn(String user) throws Exception {
        var client = client();
        var token = found(text(client, "/sign-in"), "name=\"_csrf\" value=\"([^\"]+)\"");
        var body = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&username=" + user + "&password=dien-tap-2026";
        client.send(
                HttpRequest.newBuilder(URI.create(site + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
        return client;
    }

    static String text(HttpClient client, String address) throws Exception {
        var answer = client.send(HttpRequest.newBuilder(URI.create(site + address)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    static String found(String text, String pattern) {
        var match = Pattern.compile(pattern).matcher(text);
        if (!match.find()) {
            throw new IllegalStateException("no " + pattern);
        }
        return match.group(1);
    }
}
