package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Somebody with a browser: Debian's Chromium, headless. Whatever the page asks of another site, or complains of, is kept. */
final class Visitor implements AutoCloseable {

    /** A browser for each thread that tests: Playwright keeps to the thread that started it. */
    private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(() -> Playwright.create()
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"))));

    final BrowserContext context;
    final Page page;
    final List<String> complaints = new ArrayList<>();
    final Set<String> foreign = new java.util.TreeSet<>();
    private final String site;

    Visitor(int port) {
        this(port, 1440);
    }

    Visitor(int port, int width) {
        this(port, width, true);
    }

    static Visitor withoutScripts(int port) {
        return new Visitor(port, 1440, false);
    }

    private Visitor(int port, int width, boolean scripts) {
        this.site = "http://localhost:" + port;
        this.context = BROWSER.get()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(site)
                        .setViewportSize(width, 900)
                        .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(20_000);
        this.page = context.newPage();
        page.onConsoleMessage(it -> {
            if (it.type().equals("error") && !it.text().contains("status of 4")) {
                complaints.add(it.text());
            }
        });
        page.onRequest(it -> {
            if (!it.url().startsWith(site) && !it.url().startsWith("data:")) {
                foreign.add(it.url());
            }
        });
    }

    Visitor as(String username) {
        page.navigate("/sign-in");
        page.fill("#username", username);
        page.fill("#password", "dien-tap-2026");
        page.click("form.panel button.btn-primary");
        page.waitForURL("**/today");
        return this;
    }

    /** Presses the button and then the same words in the dialog that asks. */
    void pressAndConfirm(String button) {
        page.click("main button:has-text('" + button + "')");
        page.click("dialog.confirm button[value=yes]");
    }

    String text() {
        return page.innerText("main");
    }

    /** The page comes to say each of these; a click that leads to another page is given time to get there. */
    void says(String... words) {
        says(page, words);
    }

    static void says(Page page, String... words) {
        for (var it : words) {
            PlaywrightAssertions.assertThat(page.locator("main"))
                    .containsText(
                            it,
                            new LocatorAssertions.ContainsTextOptions()
                                    .setUseInnerText(true)
                                    .setTimeout(20_000));
        }
    }

    /** Nothing serious or critical stands in the way of people with disabilities. */
    void isAccessible() {
        var before = List.copyOf(complaints);
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var results = new AxeBuilder(page).setLegacyMode(true).options(options).analyze();
        // no page holds another site's frame, so the checker needs no page of its own for them (its "legacy mode");
        // the checker itself puts styles into the page, which the page's policy refuses
        complaints.retainAll(before);
        var violations = results.getViolations().stream()
                .filter(it -> Set.of("serious", "critical").contains(String.valueOf(it.getImpact())))
                .map(Visitor::tell)
                .toList();
        assertThat(violations).as(page.url()).isEmpty();
    }

    private static String tell(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(it -> it.getHtml()).limit(3).toList();
    }

    /** The same page in a window of another width, without asking for it again. */
    void resize(int width) {
        page.setViewportSize(width, 900);
    }

    /** The page is no wider than the window. */
    void fits() {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s at %d px".formatted(page.url(), page.viewportSize().width))
                .isEqualTo(true);
    }

    @Override
    public void close() {
        context.close();
    }
}
