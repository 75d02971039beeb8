package vn.lanhnghe.rehearsal;

import org.springframework.stereotype.Component;
import vn.lanhnghe.institution.Institutions;
import vn.lanhnghe.person.competence.InventedAssessments;

/** What invented teachers of the two colleges say of their digital competence; nothing where there are no people. */
@Component
class Competences {

    private final InventedAssessments assessments;
    private final Institutions institutions;

    Competences(InventedAssessments assessments, Institutions institutions) {
        this.assessments = assessments;
        this.institutions = institutions;
    }

    void build() {
        assessments.fill(institutions.get("CKC").id(), 34);
        assessments.fill(institutions.get("TDC").id(), 12);
        assessments.gather();
    }
}
