/** Chương trình thành tệp: XLSX and CASE 1.1 in and out, the paper, two versions compared. */
@NamedInterface("sheet")
@NullMarked
package vn.lanhnghe.programme.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
