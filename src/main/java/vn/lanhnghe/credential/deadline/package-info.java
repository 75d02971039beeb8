/** Thời hạn cấp và trao văn bằng: the clocks that run, when they end, by which clause. */
@NamedInterface("deadline")
@NullMarked
package vn.lanhnghe.credential.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
