/** Phổ biến, lấy ý kiến: documents sent to institutions with receipts, and drafts that they comment on by clause. */
@NullMarked
package vn.lanhnghe.target.notice;

import org.jspecify.annotations.NullMarked;
