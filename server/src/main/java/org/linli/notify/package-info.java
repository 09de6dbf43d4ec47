/**
 * Notify (通知): messages out and their receipts: the live page, SMS, mail; ladders that climb to the next channel or the
 * next person when nobody answers.
 */
@ApplicationModule(allowedDependencies = {"shared", "area", "access", "access :: sealing"})
@NullMarked
package org.linli.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
