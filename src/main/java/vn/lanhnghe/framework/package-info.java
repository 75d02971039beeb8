/** Khung năng lực: competence frameworks by version, with levels, stable identifiers and crosswalks; in and out as CASE 1.1 and XLSX. */
@ApplicationModule(allowedDependencies = {"audit", "database", "document", "file", "intake", "law", "shared", "ui"})
@NullMarked
package vn.lanhnghe.framework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
