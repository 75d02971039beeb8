/** Thông báo: what was brought up to each person, and the digest by e-mail for those who want one. */
@NullMarked
package vn.lanhnghe.portal.inbox;

import org.jspecify.annotations.NullMarked;
