/** Chứng chỉ số: what institutions award, as credentials that programs verify without us; their status lists, and what others upload. */
@ApplicationModule(allowedDependencies = {"database", "shared", "signing"})
@NullMarked
package vn.lanhnghe.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
