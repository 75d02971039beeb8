/** Trao văn bằng: the desk where diplomas are handed over, its log, and what nobody has collected yet. */
@NamedInterface("handing")
@NullMarked
package vn.lanhnghe.credential.handing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
