/** What two people changed differently (待核对冲突), until a person decides. */
@NullMarked
package org.linli.sync.review;

import org.jspecify.annotations.NullMarked;
