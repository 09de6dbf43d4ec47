/**
 * Access (权限): accounts, sign-in, postings and what they permit, and the audit trail of every act and every read of
 * personal data. An account does nothing by itself; it acts through a posting: a role, at a unit, in an area, from one
 * day to another.
 */
@ApplicationModule(allowedDependencies = {"shared", "area"})
@NullMarked
package org.linli.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
