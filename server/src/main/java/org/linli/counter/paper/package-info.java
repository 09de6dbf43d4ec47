/**
 * Numbered papers: receipts, notices, decisions and certificates, drawn from templates as PDF with a seal and a code by
 * which anybody can check them. A paper is withdrawn, never deleted.
 */
@NullMarked
package org.linli.counter.paper;

import org.jspecify.annotations.NullMarked;
