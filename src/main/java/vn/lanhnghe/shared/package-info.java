/** A handful of types that every module may use. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.lanhnghe.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
