/** Photos taken on phones (现场照片): announced with a change, received later, bound when both agree. */
@NullMarked
package org.linli.sync.photo;

import org.jspecify.annotations.NullMarked;
