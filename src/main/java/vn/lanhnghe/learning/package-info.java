/** Người học: learners, their courses of study, their results and what follows from these by rule. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "database",
            "document",
            "institution",
            "intake",
            "law",
            "programme",
            "shared",
            "ui"
        })
@NullMarked
package vn.lanhnghe.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
