/** Đời sống văn bằng: what becomes of a diploma after it was released. */
@NamedInterface("life")
@NullMarked
package vn.lanhnghe.credential.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
