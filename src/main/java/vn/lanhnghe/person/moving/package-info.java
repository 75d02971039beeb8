/** Chuyển công tác, gộp hồ sơ: a record that goes from one college to another, and two records that are one person's. */
@NullMarked
package vn.lanhnghe.person.moving;

import org.jspecify.annotations.NullMarked;
