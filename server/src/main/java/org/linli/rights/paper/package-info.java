/** The desk's papers: receipt, answer and the copy of what is held, drawn as PDF with a watermark and kept sealed. */
@NullMarked
package org.linli.rights.paper;

import org.jspecify.annotations.NullMarked;
