/** Cơ sở giáo dục nghề nghiệp: the register of institutions and their sites. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "database",
            "document",
            "file",
            "intake",
            "job",
            "law",
            "place",
            "shared",
            "ui"
        })
@NullMarked
package vn.lanhnghe.institution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
