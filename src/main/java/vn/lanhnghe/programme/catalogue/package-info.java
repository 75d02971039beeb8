/** Danh mục chương trình cho mọi người: search, one programme, two side by side. */
@NamedInterface("catalogue")
@NullMarked
package vn.lanhnghe.programme.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
