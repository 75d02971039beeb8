/** Gói dữ liệu gửi cơ sở dữ liệu văn bằng quốc gia: checked before it goes, and what comes back goes again. */
@NullMarked
package vn.lanhnghe.credential.national;

import org.jspecify.annotations.NullMarked;
