/** Văn bản pháp luật: legal texts and their clauses, which rules, deadlines and figures refer to. */
@ApplicationModule(allowedDependencies = {"database", "shared"})
@NullMarked
package vn.lanhnghe.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
