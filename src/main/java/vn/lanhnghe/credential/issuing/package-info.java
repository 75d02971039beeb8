/** Cấp văn bằng: decisions, blank forms, the register book; prepared, checked, signed and released by four people. */
@NamedInterface("issuing")
@NullMarked
package vn.lanhnghe.credential.issuing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
