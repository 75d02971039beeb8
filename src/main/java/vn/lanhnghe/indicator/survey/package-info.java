/** Khảo sát: graduates, learners and employers asked by a college, one link each, without an account and without a name on the answer. */
@NamedInterface("survey")
@NullMarked
package vn.lanhnghe.indicator.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
