/**
 * Mandates (代办委托): a resident lets an agent act in named matters until a day. Consent is proved by the card with a
 * photo or by a recorded call back; every act shows both names; the resident takes a mandate back at any time.
 */
@NullMarked
package org.linli.counter.mandate;

import org.jspecify.annotations.NullMarked;
