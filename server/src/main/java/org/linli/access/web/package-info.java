/** The door: which addresses are open, how a session and a posting become arguments, headers on every answer. */
@NullMarked
package org.linli.access.web;

import org.jspecify.annotations.NullMarked;
