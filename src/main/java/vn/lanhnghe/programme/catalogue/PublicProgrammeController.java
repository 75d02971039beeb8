package vn.lanhnghe.programme.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.lanhnghe.programme.catalogue.PublicProgrammeRepository.School;
import vn.lanhnghe.programme.integration.Frame;
import vn.lanhnghe.programme.integration.Integrations;
import vn.lanhnghe.shared.Vietnamese;
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

    public record CataloguePage(Paging<Listed> programmes, Filter filter, List<School> schools) {

        /** The columns, in both languages. */
        public List<Map.Entry<String, String>> heads() {
            return List.of(
                    Map.entry("Chương trình", "programme"),
                    Map.entry("Trường", "school"),
                    Map.entry("Trình độ", "level"),
                    Map.entry("Thời gian", "duration"),
                    Map.entry("Năng lực số", "digital competence"));
        }

        public String english(String level) {
            return Listed.english(level);
        }
    }

    /** {@code frame} is the version of the framework that it is held against. */
    public record ProgrammePage(Listed it, Profile profile, Frame frame) {

        /** The columns of its modules, in both languages. */
        public List<Map.Entry<String, String>> heads() {
            return List.of(
                    Map.entry("Môn học, mô-đun", "module"),
                    Map.entry("Tín chỉ", "credits"),
                    Map.entry("Giờ", "hours"),
                    Map.entry("Trong đó thực hành", "of them practice"),
                    Map.entry("Trực tuyến", "online"));
        }
    }

    /** {@code asked} is the address or number that leads nowhere. */
    public record UnknownPage(String asked) {}

    /** A domain beside another's: how high each of two comes in it. */
    public record Height(String code, String name, String english, int ofA, int ofB) {}

    /** {@code b} none where there is only one yet, {@code same} where it was held against itself; {@code offered} what was found to choose from, none where nothing is looked for. */
    public record SidePage(
            Listed a,
            Profile ofA,
            @Nullable Listed b,
            @Nullable Profile ofB,
            boolean same,
            String q,
            @Nullable Paging<Listed> offered) {

        /** The domains of both, of which each may be held against another version of the framework. */
        public List<Height> heights() {
            var heights = new LinkedHashMap<String, Height>();
            for (var one : Stream.concat(ofA.domains().stream(), ofB == null ? Stream.empty() : ofB.domains().stream())
                    .toList()) {
                heights.putIfAbsent(
                        one.code() + one.name(),
                        new Height(
                                one.code(),
                                one.name(),
                                one.english(),
                                ofA.rank(one.code()),
                                ofB == null ? 0 : ofB.rank(one.code())));
            }
            return List.copyOf(heights.values());
        }

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
    View programme(@PathVariable String id) {
        var it = find(id);
        return it.<View>map(one -> new Page(
                        "programme/catalogue/programme",
                        new ProgrammePage(one, profile(one), integrations.frame(one.versionId()))))
                .orElseGet(() -> unknown(id));
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
        var one = find(a).orElse(null);
        var found = b.isEmpty() ? null : find(b).orElse(null);
        if (one == null || found == null && !b.isEmpty()) {
            return unknown(one == null ? a : b);
        }
        var same = found != null && found.id() == one.id();
        var other = same ? null : found;
        // whoever has typed nothing yet is shown what is taught for the same occupation
        var words = Objects.requireNonNullElse(
                q, other == null ? Objects.requireNonNullElse(one.occupationCode(), "") : "");
        var offered = other != null && q == null ? null : found(new Filter(words, "", "", ""), page);
        return new Page(
                "programme/catalogue/comparison",
                new SidePage(one, profile(one), other, other == null ? null : profile(other), same, words, offered));
    }

    private static View unknown(String asked) {
        return new Page(
                "programme/catalogue/unknown", new UnknownPage(Vietnamese.brief(asked, 40)), HttpStatus.NOT_FOUND);
    }

    private Profile profile(Listed it) {
        return catalogue.profile(it.versionId(), integrations.frame(it.versionId()));
    }

    private Optional<Listed> find(String id) {
        return id.matches("\\d{1,18}") ? catalogue.find(Long.parseLong(id)) : Optional.empty();
    }
}
