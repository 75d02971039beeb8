/** Gợi ý: which components of a competence framework an outcome may speak of, by its words; a person decides. */
@NamedInterface("suggesting")
@NullMarked
package vn.lanhnghe.programme.suggesting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
