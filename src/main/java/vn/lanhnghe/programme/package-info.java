/** Ngành, nghề và chương trình đào tạo: the list of occupations, programmes by version with their outcomes, their appraisal and what they reach. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "database",
            "document",
            "file",
            "framework",
            "institution",
            "intake",
            "job",
            "law",
            "shared",
            "ui"
        })
@NullMarked
package vn.lanhnghe.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
