/** Chia sẻ văn bằng: what learners see of the checks of their diplomas, and the links by which they show them. */
@NamedInterface("sharing")
@NullMarked
package vn.lanhnghe.credential.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
