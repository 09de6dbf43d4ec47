/**
 * Privacy (个人信息保护): encryption of personal fields and the index that finds them again, masking for display, and the
 * ledger of every full value that was shown to somebody and why (Personal Information Protection Law, PIPL).
 */
@ApplicationModule(allowedDependencies = {"shared", "area", "access", "access :: ledger", "access :: sealing"})
@NullMarked
package org.linli.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
