/** Organisations: by unified social credit code where they have one; whom to call is sealed and shown for a purpose. */
@NullMarked
package org.linli.registry.organisation;

import org.jspecify.annotations.NullMarked;
