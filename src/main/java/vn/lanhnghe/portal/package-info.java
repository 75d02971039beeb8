/** The public front (cổng thông tin): the questions anyone may ask, answered without signing in. */
@ApplicationModule(allowedDependencies = {"access", "database", "job", "shared", "ui"})
@NullMarked
package vn.lanhnghe.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
