/** Hỏi người sử dụng lao động: links by which employers say, without an account, which outcomes they need. */
@NamedInterface("asking")
@NullMarked
package vn.lanhnghe.programme.asking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
