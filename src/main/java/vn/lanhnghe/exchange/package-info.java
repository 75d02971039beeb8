/** Kết nối: a college's own systems send their records by API, under keys that the college itself gives out. */
@ApplicationModule(allowedDependencies = {"access", "audit", "database", "intake", "job", "shared", "ui"})
@NullMarked
package vn.lanhnghe.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
