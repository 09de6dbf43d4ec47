/** The text protocol of care watches over TCP (3G/SG watches): {@code [MF*ID*LEN*CONTENT]}. */
@NullMarked
package org.linli.wearables.watch;

import org.jspecify.annotations.NullMarked;
