/**
 * Limits of vitals (体征限值): the usual ones, and those a clinician sets for one person. Judging a reading is a pure
 * function. It raises alarms and is no diagnosis: nothing here is a medical device.
 */
@NullMarked
package org.linli.wearables.limit;

import org.jspecify.annotations.NullMarked;
