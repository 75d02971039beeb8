import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The register and its map, asked by one user at a time: p95 of searches, lists, lists as at a past day; and the map in a browser. */
class Network {

    static final List<String> SEARCHES = List.of(
            "cao thang", "Cao Thắng", "CĐ KTCN", "TP.HCM kinh te", "cao thagn", "duong", "Đường", "y te binh duong", "diễn tập 017", "han",
            "điện công nghiệp", "6480201", "phuong sai gon", "trung tam gdnn", "DT-DN101", "nguyen truong to", "ky thuat thu duc", "khong co ten nay");
    static final int ROUNDS = 15;

    static String site = "";
    static HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static void main(String[] arguments) throws Exception {
        site = arguments[0];
        var asset = arguments[1];
        var searches = SEARCHES.stream().map(it -> "/co-so?q=" + URLEncoder.encode(it, StandardCharsets.UTF_8)).toList();
        var lists = List.of("/co-so", "/co-so?page=7", "/co-so?type=CD", "/co-so?region=2", "/co-so?occupation=6480201&level=CAO_DANG", "/co-so?ownership=TU_THUC&page=3");
        var past = lists.stream().map(it -> it + (it.contains("?") ? "&" : "?") + "ngay=2026-01-15").toList();
        p95(searches); p95(lists); p95(past); // warm
        System.out.printf("static\t%.2f%n", p95(List.of(asset)));
        System.out.printf("search\t%.1f%n", p95(searches));
        var now = p95(lists);
        var then = p95(past);
        System.out.printf("list\t%.1f%nas_at\t%.2f%n", now, then / now);
        try (var playwright = Playwright.create();
                var browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")))) {
            var ready = new ArrayList<Double>();
            for (var i = 0; i < 6; i++) {
                ready.add(map(browser));
            }
            ready.remove(0); // the browser itself was cold
            ready.sort(null);
            System.out.printf("ready\t%.0f%n", ready.get(ready.size() / 2));
        }
    }

    /** Milliseconds from the request to a map that answers; prints what was sent, as the browser counted it, compressed. */
    static double map(Browser browser) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))) {
            var page = context.newPage();
            page.navigate(site + "/ban-do?lop=co-so");
            page.waitForSelector("#map[data-ready]");
            page.waitForTimeout(500);
            var bytes = (Number) page.evaluate(
                    "[...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')].reduce((sum, it) => sum + it.transferSize, 0)");
            var data = (Number) page.evaluate(
                    "[...performance.getEntriesByType('resource').filter(it => it.name.includes('/dia-gioi/')), ...performance.getEntriesByType('navigation')].reduce((sum, it) => sum + it.transferSize, 0)");
            System.out.printf("bytes\t%d%ndata\t%d%n", bytes.longValue() / 1024, data.longValue() / 1024);
            return ((Number) page.evaluate("performance.getEntriesByName('map-ready')[0].startTime")).doubleValue();
        }
    }

    static double p95(List<String> addresses) throws Exception {
        var times = new long[addresses.size() * ROUNDS];
        for (var i = 0; i < times.length; i++) {
            var from = System.nanoTime();
            var answer = client.send(HttpRequest.newBuilder(URI.create(site + addresses.get(i % addresses.size()))).build(), BodyHandlers.ofByteArray());
            times[i] = System.nanoTime() - from;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(addresses.get(i % addresses.size()) + " answers " + answer.statusCode());
            }
        }
        Arrays.sort(times);
        return times[times.length * 95 / 100] / 1e6;
    }
}
