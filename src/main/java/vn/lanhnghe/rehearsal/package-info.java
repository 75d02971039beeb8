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
            "file",
            "institution",
            "learning",
            "learning :: study",
            "document",
            "person",
            "person :: competence",
            "person :: paper",
            "person :: training",
            "programme",
            "programme :: appraisal",
            "programme :: design",
            "programme :: following",
            "programme :: sheet",
            "shared",
            "ui"
        })
@NullMarked
package vn.lanhnghe.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
