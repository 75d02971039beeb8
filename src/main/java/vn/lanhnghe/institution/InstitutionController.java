package vn.lanhnghe.institution;

import java.util.List;
import java.util.Map;
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
            InstitutionFilter filter,
            long all,
            List<InstitutionRepository.Choice> types,
            List<InstitutionRepository.Choice> ownerships,
            List<InstitutionRepository.Choice> wards) {

        public String address() {
            var query = filter.query();
            return query.isEmpty() ? base : base + "?" + query;
        }

        public String link(Institution institution) {
            return base + "/" + (base.equals("/co-so") ? institution.slug() : Long.toString(institution.id()));
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
    View directory(@RequestParam Map<String, String> query) {
        return list("/co-so", query);
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
    View register(@RequestParam Map<String, String> query) {
        return list("/institutions", query);
    }

    @GetMapping("/institutions/{id}")
    @PreAuthorize("hasAuthority('INSTITUTION_VIEW')")
    View institution(@PathVariable long id) {
        var institution = institutions.find(id).orElseThrow(Institutions::unknown);
        return new Page(
                "institution/institution",
                new InstitutionPage(institution, institutions.listSites(id), acts.list("institution", id)));
    }

    private View list(String base, Map<String, String> query) {
        var filter = InstitutionFilter.asked(query);
        var wards = institutions.listWards();
        return new Page(
                "institution/list",
                new ListPage(
                        base,
                        institutions.list(filter, wards, InstitutionFilter.page(query)),
                        filter,
                        institutions.count(),
                        institutions.listTypes(),
                        institutions.listOwnerships(),
                        wards));
    }
}
