/**
 * Files (附件): attachments with their hash, their true type, their thumbnail and their retention. It knows nothing of
 * what a file is attached to.
 */
@ApplicationModule(allowedDependencies = {"shared", "area", "access"})
@NullMarked
package org.linli.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
