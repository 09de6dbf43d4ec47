/**
 * Sensors in homes (居家传感设备): pill boxes, smoke, gas and water detectors, doors and beds. What they say comes in JSON, over
 * HTTP from their vendors' platforms or over MQTT through the district's broker, and is acknowledged when it is stored.
 * The words of both are in docs/integrations/sensors.md.
 */
@NullMarked
package org.linli.wearables.sensor;

import org.jspecify.annotations.NullMarked;
