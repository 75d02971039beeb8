/** Trung tâm nhập dữ liệu: files as colleges send them, read, checked, mended and committed whole or not at all. */
@ApplicationModule(allowedDependencies = {"access", "audit", "database", "job", "file", "shared", "ui"})
@NullMarked
package vn.lanhnghe.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
