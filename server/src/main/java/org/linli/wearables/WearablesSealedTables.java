package org.linli.wearables;

import org.linli.access.sealing.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is sealed of alarms, limits, vendors, orders and samples takes part in the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class WearablesSealedTables {

    @Bean
    SealedTable sealedAlarmActs() {
        return SealedTable.of("wearables.alarm_act", "id uuid").sealed("note_sealed", "wearables.alarm.note");
    }

    @Bean
    SealedTable sealedVitalLimits() {
        return SealedTable.of("wearables.vital_limit", "device_id integer", "kind text")
                .sealed("reason_sealed", "wearables.limit.reason");
    }

    @Bean
    SealedTable sealedVendorKeys() {
        return SealedTable.of("wearables.vendor", "id int").sealed("key_sealed", "wearables.vendor.key");
    }

    @Bean
    SealedTable sealedWearableCommands() {
        return SealedTable.of("wearables.command", "id uuid").sealed("content_sealed", "wearables.command.content");
    }

    @Bean
    SealedTable sealedWearableSamples() {
        return SealedTable.of("wearables.quarantine", "id uuid").sealed("start_sealed", "wearables.quarantine.start");
    }
}
