/** Khoá ký: the keys by which institutions sign what they issue; private halves in a file or a PKCS#11 token, public halves here for good. */
@ApplicationModule(allowedDependencies = {"audit", "database", "shared", "ui"})
@NullMarked
package vn.lanhnghe.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
