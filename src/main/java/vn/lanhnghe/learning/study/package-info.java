/** Học tập: classes, mark books, attendance, conduct. */
@NamedInterface("study")
@NullMarked
package vn.lanhnghe.learning.study;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
