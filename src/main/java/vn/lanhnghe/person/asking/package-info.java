/** Đề nghị sửa hồ sơ: what a teacher asks to be changed of their own record, and what the college decides. */
@NullMarked
package vn.lanhnghe.person.asking;

import org.jspecify.annotations.NullMarked;
