/** Chỉ tiêu: what the city's plan promises for 2025 and 2030, and how far it has come. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "document",
            "file",
            "indicator",
            "indicator::formula",
            "database",
            "shared",
            "ui",
            "law"
        })
@NullMarked
package vn.lanhnghe.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
