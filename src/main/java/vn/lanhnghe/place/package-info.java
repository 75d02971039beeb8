/** Địa giới hành chính: the commune-level units of the city with their dates and outlines, and what became of the old ones. */
@ApplicationModule(allowedDependencies = {"audit", "database", "shared", "ui"})
@NullMarked
package vn.lanhnghe.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
