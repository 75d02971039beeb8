/** Xét và công nhận tốt nghiệp: conditions, council, decision. */
@NamedInterface("graduation")
@NullMarked
package vn.lanhnghe.learning.graduation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
