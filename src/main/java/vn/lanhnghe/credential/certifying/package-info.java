/** Chứng nhận bồi dưỡng như chứng chỉ số: signed by the keys, kept in the status lists and looked up by the codes that diplomas have. */
@NamedInterface("certifying")
@NullMarked
package vn.lanhnghe.credential.certifying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
