/** Địa giới hành chính: the commune-level units of the city, with their dates. */
@ApplicationModule(allowedDependencies = {"database", "shared"})
@NullMarked
package vn.lanhnghe.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
