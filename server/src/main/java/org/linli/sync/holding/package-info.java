/** What sync holds about people (所持个人信息) and how long. */
@NullMarked
package org.linli.sync.holding;

import org.jspecify.annotations.NullMarked;
