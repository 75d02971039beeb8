/** Thẩm định, ban hành: comments, council, minutes, employers' consent, publication. */
@NamedInterface("appraisal")
@NullMarked
package vn.lanhnghe.programme.appraisal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
