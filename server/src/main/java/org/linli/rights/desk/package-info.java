/** What is held about one person, by module, and who read it and for what; every look is noted. */
@NullMarked
package org.linli.rights.desk;

import org.jspecify.annotations.NullMarked;
