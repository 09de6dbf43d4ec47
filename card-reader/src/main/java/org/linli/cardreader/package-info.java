/**
 * The local reader service of a clerk's machine. It talks to an identity card reader over a serial line (or to the
 * simulator, which speaks the same frames) and hands the browser each card's text block and photo over loopback HTTP. It
 * keeps nothing: the last card is forgotten when it was taken, or after a minute, and the nation is blanked before
 * anything leaves.
 */
@NullMarked
package org.linli.cardreader;

import org.jspecify.annotations.NullMarked;
