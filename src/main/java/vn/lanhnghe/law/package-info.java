/** Văn bản pháp luật: legal texts and their clauses, which rules, deadlines and figures refer to. */
@ApplicationModule(allowedDependencies = {"audit", "database", "file", "shared", "ui"})
@NullMarked
package vn.lanhnghe.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
