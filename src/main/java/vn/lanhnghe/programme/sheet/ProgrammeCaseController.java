package vn.lanhnghe.programme.sheet;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.lanhnghe.framework.CaseAnswer;

/** The addresses by which CASE names programmes that are or were in force, their outcomes and modules, open to anybody. */
@Controller
class ProgrammeCaseController {

    private final ProgrammeFiles files;
    private final String site;

    ProgrammeCaseController(ProgrammeFiles files, @Value("${lanhnghe.address}") String site) {
        this.files = files;
        this.site = site;
    }

    @GetMapping("/chuong-trinh/case/{kind}/{identifier}")
    ResponseEntity<Map<String, Object>> find(@PathVariable String kind, @PathVariable String identifier) {
        return CaseAnswer.of(kind, identifier, id -> files.findCase(id, site));
    }
}
