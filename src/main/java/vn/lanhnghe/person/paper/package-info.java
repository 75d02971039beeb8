/** Văn bằng, chứng chỉ và công nhận người dạy nghề: what a person can show, and how far it has been proven. */
@NamedInterface("paper")
@NullMarked
package vn.lanhnghe.person.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
