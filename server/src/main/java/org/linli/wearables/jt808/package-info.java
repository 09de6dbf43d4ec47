/**
 * JT/T 808-2013 and -2019 (道路运输车辆卫星定位系统终端通讯协议), as far as worn devices use it: register, authenticate,
 * heartbeat, positions and stored positions up, a few commands down.
 */
@NullMarked
package org.linli.wearables.jt808;

import org.jspecify.annotations.NullMarked;
