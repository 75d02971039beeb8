/** Xây dựng chương trình: its record, modules and the tree of outcomes, aligned with the competence framework. */
@NamedInterface("design")
@NullMarked
package vn.lanhnghe.programme.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
