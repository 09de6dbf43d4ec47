package org.linli.sync.device;

import java.util.UUID;

/**
 * What a phone tells of itself when it registers.
 *
 * @param recoveryKey the phone's data key, wrapped with the district's public key
 */
record NewDevice(UUID id, String name, String platform, int appSchema, byte[] recoveryKey) {}
