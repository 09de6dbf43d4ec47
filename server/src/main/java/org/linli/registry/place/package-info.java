/** Places that people go to, such as schools, clinics and toilets; what is known of them is public. */
@NullMarked
package org.linli.registry.place;

import org.jspecify.annotations.NullMarked;
