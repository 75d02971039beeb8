/** Văn bằng: decisions, diplomas, their signatures and their life, and the public's check of them. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "database",
            "document",
            "document :: reading",
            "file",
            "institution",
            "intake",
            "job",
            "law",
            "learning",
            "learning :: graduation",
            "person :: training",
            "programme",
            "proof",
            "signing",
            "shared",
            "ui"
        })
@NullMarked
package vn.lanhnghe.credential;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
