/** Lành Nghề: the program that holds the modules together. */
@NullMarked
package vn.lanhnghe;

import org.jspecify.annotations.NullMarked;
