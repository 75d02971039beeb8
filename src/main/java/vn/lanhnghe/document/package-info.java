/** Giấy tờ: pages turned into PDF with embedded fonts, signed, read back and printed on forms; QR codes; spreadsheets. */
@ApplicationModule(allowedDependencies = {"database", "job", "shared"})
@NullMarked
package vn.lanhnghe.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
