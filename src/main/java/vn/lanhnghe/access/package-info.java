/** Tài khoản và vai trò: who may sign in, in which role, for which part of the city. */
@ApplicationModule(allowedDependencies = {"database", "shared", "ui", "audit"})
@NullMarked
package vn.lanhnghe.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
