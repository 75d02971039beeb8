/** Pages: one template with the one record it shows, the frame around it, and how values are written. */
@ApplicationModule(allowedDependencies = {"database", "shared"})
@NullMarked
package vn.lanhnghe.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
