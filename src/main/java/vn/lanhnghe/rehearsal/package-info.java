/** Bản diễn tập: a city of invented people and papers, built through the same faces as the real one, for trying everything out. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "credential",
            "credential :: issuing",
            "intake",
            "database",
            "exchange",
            "institution",
            "learning",
            "learning :: study",
            "programme",
            "shared",
            "ui"
        })
@NullMarked
package vn.lanhnghe.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
