/** Notices on one person's phones (手机通知). */
@NullMarked
package org.linli.sync.notice;

import org.jspecify.annotations.NullMarked;
