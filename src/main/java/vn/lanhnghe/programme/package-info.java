/** Ngành, nghề và chương trình đào tạo: the list of occupations, by code and version. */
@ApplicationModule(allowedDependencies = {"database", "shared", "ui", "audit", "law", "institution"})
@NullMarked
package vn.lanhnghe.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
