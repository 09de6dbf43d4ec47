/**
 * Wearables (可穿戴设备): care watches and what they say. Protocols turn bytes into readings, readings of many devices are
 * stored in one transaction and acknowledged after its commit, and what calls for help rings at the alarm desk. Without a
 * consent nothing is stored of where somebody is; an SOS is heard all the same. There is no remote listening and no remote
 * photo, and no command for either.
 */
@ApplicationModule(allowedDependencies = {"shared", "area", "access", "access :: sealing", "privacy", "notify"})
@NullMarked
package org.linli.wearables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
