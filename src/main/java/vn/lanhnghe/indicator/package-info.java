/** Chỉ số: what counts as what, by version, and the rows behind every figure. */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "shared",
            "ui",
            "law",
            "institution",
            "learning",
            "credential",
            "audit",
            "document",
            "file",
            "job"
        })
@NullMarked
package vn.lanhnghe.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
