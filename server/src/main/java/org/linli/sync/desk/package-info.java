/** Changes from phones that somebody must look after (异常上报): refused, only recorded, failed. */
@NullMarked
package org.linli.sync.desk;

import org.jspecify.annotations.NullMarked;
