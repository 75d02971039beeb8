/** Bồi dưỡng: the catalogue, classes from enrolment to certificate, and training done elsewhere. */
@NamedInterface("training")
@NullMarked
package vn.lanhnghe.person.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
