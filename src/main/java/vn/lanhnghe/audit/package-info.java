/** Nhật ký hành động: every act with who, when, why. */
@ApplicationModule(allowedDependencies = {"database", "shared", "ui"})
@NullMarked
package vn.lanhnghe.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
