/** Bản sao cấp từ sổ gốc: certified copies with numbers and codes of their own. */
@NamedInterface("copying")
@NullMarked
package vn.lanhnghe.credential.copying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
