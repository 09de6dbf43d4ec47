/** Elder files (老人服务档案): how somebody lives, what helpers must know, and whom they call, in which order. */
@NullMarked
package org.linli.eldercare.elder;

import org.jspecify.annotations.NullMarked;
