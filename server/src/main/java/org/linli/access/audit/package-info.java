/**
 * Audit (审计): the trail of every act and every read of personal data, how it is searched, and the command that checks
 * that nobody altered it.
 */
@NullMarked
package org.linli.access.audit;

import org.jspecify.annotations.NullMarked;
