/** Theo dõi: cohorts, yearly reviews, employers' part, how many learners reach each outcome. */
@NamedInterface("following")
@NullMarked
package vn.lanhnghe.programme.following;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
