/** Tệp: content-addressed files, kept once, named by their SHA-256. */
@ApplicationModule(allowedDependencies = {"database", "shared"})
@NullMarked
package vn.lanhnghe.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
