/** Giấy tờ: pages turned into PDF with embedded fonts, and QR codes. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package vn.lanhnghe.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
