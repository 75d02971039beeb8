/** Nhà giáo, cán bộ quản lý: one record a person, where they work, what they were trained in, how able they are in the digital world. */
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
package vn.lanhnghe.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
