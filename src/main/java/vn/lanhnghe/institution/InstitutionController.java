package vn.lanhnghe.institution;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Paging;

@Controller
class InstitutionController {

    /** {@code base} is where the list stands: the citizens' or the staff's. */
    public record ListPage(
            String base,
            Paging<Institution> institutions,
            InstitutionRepository.Filter filter,
            long all,
            List<InstitutionRepository.Choice> types,
            List<InstitutionRepository.Choice> ownerships) {

        public String address() {
            return base + "?q=" + encoded(filter.q()) + "&type=" + encoded(filter.type()) + "&ownership="
                    + encoded(filter.ownership()) + "&region=" + filter.region() + "&status="
                    + encoded(filter.status());
        }

        public String link(Institution institution) {
            return base + "/" + (base.equals("/co-so") ? institution.slug() : Long.toString(institution.id()));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    public record InstitutionPage(Institution institution, List<Site> sites, List<Act> history) {}

    private final InstitutionRepository institutions;
    private final Acts acts;

    InstitutionController(InstitutionRepository institutions, Acts acts) {
        this.institutions = institutions;
        this.acts = acts;
    }

    @GetMapping("/co-so")
    View directory(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String ownership,
            @RequestParam(defaultValue = "0") int region,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "1") int page) {
        return list("/co-so", new InstitutionRepository.Filter(q, type, ownership, region, status), page);
    }

    @GetMapping("/co-so/{slug}")
    View entry(@PathVariable String slug) {
        var institution = institutions.findBySlug(slug).orElseThrow(Institutions::unknown);
        return new Page(
                "institution/entry",
                new InstitutionPage(institution, institutions.listSites(institution.id()), List.of()));
    }

    @GetMapping("/institutions")
    @PreAuthorize("hasAuthority('INSTITUTION_VIEW')")
    View register(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String ownership,
            @RequestParam(defaultValue = "0") int region,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "1") int page) {
        return list("/institutions", new InstitutionRepository.Filter(q, type, ownership, region, status), page);
    }

    @GetMapping("/institutions/{id}")
    @PreAuthorize("hasAuthority('INSTITUTION_VIEW')")
    View institution(@PathVariable long id) {
        var institution = institutions.find(id).orElseThrow(Institutions::unknown);
        return new Page(
                "institution/institution",
                new InstitutionPage(institution, institutions.listSites(id), acts.list("institution", id)));
    }

    private View list(String base, InstitutionRepository.Filter filter, int page) {
        return new Page(
                "institution/list",
                new ListPage(
                        base,
                        institutions.list(filter, page),
                        filter,
                        institutions.count(),
                        institutions.listTypes(),
                        institutions.listOwnerships()));
    }
}
