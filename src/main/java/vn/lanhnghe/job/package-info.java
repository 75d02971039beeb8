/** Việc nền: work that outlives the request and the node that began it. */
@ApplicationModule(allowedDependencies = {"database", "shared"})
@NullMarked
package vn.lanhnghe.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
