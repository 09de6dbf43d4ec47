/** Requests of people about their data as cases: received with identity checked, decided with reasons, carried out. */
@NullMarked
package org.linli.rights.request;

import org.jspecify.annotations.NullMarked;
