package vn.lanhnghe.framework;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The addresses by which CASE names frameworks that are or were in use, and their items, open to anybody. */
@Controller
class FrameworkCaseController {

    private final Frameworks frameworks;
    private final String site;

    FrameworkCaseController(Frameworks frameworks, @Value("${lanhnghe.address}") String site) {
        this.frameworks = frameworks;
        this.site = site;
    }

    @GetMapping("/frameworks/case/{kind}/{identifier}")
    ResponseEntity<Map<String, Object>> find(@PathVariable String kind, @PathVariable String identifier) {
        return CaseAnswer.of(kind, identifier, id -> frameworks.findCase(id, site));
    }
}
