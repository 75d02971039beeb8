/** Where the data lives: an embedded PostgreSQL unless a server is named; and how far a transaction may see in it. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package vn.lanhnghe.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
