/** Tự đánh giá năng lực số: what a teacher says of their own competence, for themselves; of a group only when it is large enough. */
@NamedInterface("competence")
@NullMarked
package vn.lanhnghe.person.competence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
