/** Hồ sơ nhà giáo: the list of a college's or the city's people, and one person's record in all its parts. */
@NullMarked
package vn.lanhnghe.person.record;

import org.jspecify.annotations.NullMarked;
