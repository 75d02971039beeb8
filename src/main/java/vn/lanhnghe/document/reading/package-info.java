/** Đọc giấy tờ gửi lên: what a stranger's PDF or picture holds, without running, fetching or trusting any of it. */
@NamedInterface("reading")
@NullMarked
package vn.lanhnghe.document.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
