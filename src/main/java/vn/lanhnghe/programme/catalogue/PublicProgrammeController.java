package vn.lanhnghe.programme.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.lanhnghe.programme.catalogue.PublicProgrammeRepository.School;
import vn.lanhnghe.programme.integration.Integrations;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

@Controller
class PublicProgrammeController {

    /** What is looked for: words, level, school, digital competence; empty asks nothing. */
    public record Filter(String q, String trinhDo, String truong, String so) {

        public Filter {
            q = Objects.requireNonNullElse(q, "").strip();
            trinhDo = Objects.requireNonNullElse(trinhDo, "");
            truong = Objects.requireNonNullElse(truong, "");
            so = Objects.requireNonNullElse(so, "");
        }

        public String query() {
            return "?q=%s&trinhDo=%s&truong=%s&so=%s"
                    .formatted(URLEncoder.encode(q, StandardCharsets.UTF_8), trinhDo, truong, so);
        }
    }

    public record CataloguePage(Paging<Listed> programmes, Filter filter, List<School> schools) {}

    public record ProgrammePage(Listed it, Profile profile) {}

    /** {@code b} none where there is only one yet; {@code offered} what was found to choose from, none where nothing is looked for. */
    public record SidePage(
            Listed a,
            Profile ofA,
            @Nullable Listed b,
            @Nullable Profile ofB,
            String q,
            @Nullable Paging<Listed> offered) {

        /** Where what was found is paged. */
        public String address() {
            return "/chuong-trinh/so-sanh?a=" + a.id() + "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        }
    }

    private final PublicProgrammeRepository catalogue;
    private final Integrations integrations;

    PublicProgrammeController(PublicProgrammeRepository catalogue, Integrations integrations) {
        this.catalogue = catalogue;
        this.integrations = integrations;
    }

    @GetMapping("/chuong-trinh")
    View list(Filter filter, @RequestParam(defaultValue = "1") String page) {
        return new Page(
                "programme/catalogue/list", new CataloguePage(found(filter, page), filter, catalogue.listSchools()));
    }

    private Paging<Listed> found(Filter filter, String page) {
        return Paging.of(
                catalogue.count(filter),
                Paging.number(page),
                shown -> catalogue.list(filter, Paging.SIZE, Paging.offset(shown)));
    }

    @GetMapping("/chuong-trinh/{id}")
    View programme(@PathVariable long id) {
        var it = find(id);
        return new Page("programme/catalogue/programme", new ProgrammePage(it, profile(it)));
    }

    @GetMapping("/chuong-trinh/so-sanh")
    View compare(
            @RequestParam(defaultValue = "") String a,
            @RequestParam(defaultValue = "") String b,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "1") String page) {
        if (a.isEmpty()) {
            return Go.to("/chuong-trinh");
        }
        var one = find(number(a));
        var other = b.isEmpty() ? null : find(number(b));
        // whoever has typed nothing yet is shown what is taught for the same occupation
        var words = Objects.requireNonNullElse(
                q, other == null ? Objects.requireNonNullElse(one.occupationCode(), "") : "");
        var offered = other != null && q == null ? null : found(new Filter(words, "", "", ""), page);
        return new Page(
                "programme/catalogue/comparison",
                new SidePage(one, profile(one), other, other == null ? null : profile(other), words, offered));
    }

    private Profile profile(Listed it) {
        return catalogue.profile(it.versionId(), integrations.frame(it.versionId()));
    }

    private Listed find(long id) {
        return catalogue.find(id).orElseThrow(() -> new NotFound("Không có chương trình này trong danh mục."));
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
