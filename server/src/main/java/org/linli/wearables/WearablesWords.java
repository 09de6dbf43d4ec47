package org.linli.wearables;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What may be allowed with wearables. */
@Component
public class WearablesWords implements PermissionWords {

    /** Sees which devices there are, and how they are. */
    public static final String READ_DEVICES = "wearables.device.read";

    /** Registers devices, hands them out, notes consents. */
    public static final String KEEP_DEVICES = "wearables.device.keep";

    /** Sees where a wearer was, who asked for that to be kept. */
    public static final String READ_TRACKS = "wearables.track.read";

    /** Sees what a device measures of its wearer. */
    public static final String READ_VITALS = "wearables.vitals.read";

    public static final String READ_ALARMS = "wearables.alarm.read";

    /** Claims alarms, calls back, closes. */
    public static final String HANDLE_ALARMS = "wearables.alarm.handle";

    /** Sets the limits of somebody's vitals; for a clinician. */
    public static final String SET_LIMITS = "wearables.limit.set";

    /** Lets vendors' platforms send readings of sensors, and ends it. */
    public static final String KEEP_VENDORS = "wearables.vendor.keep";

    @Override
    public List<Word> words() {
        return List.of(
                new Word(READ_DEVICES, Names.of("查看穿戴设备", "See wearables")),
                new Word(KEEP_DEVICES, Names.of("登记和发放穿戴设备", "Register and hand out wearables")),
                new Word(SET_LIMITS, Names.of("设置体征限值（医护人员）", "Set limits of vitals (a clinician)")),
                new Word(READ_TRACKS, Names.of("查看轨迹", "See tracks of wearers")),
                new Word(READ_VITALS, Names.of("查看体征", "See vitals of wearers")),
                new Word(READ_ALARMS, Names.of("查看设备报警", "See alarms of wearables")),
                new Word(HANDLE_ALARMS, Names.of("处置设备报警", "Handle alarms of wearables")),
                new Word(KEEP_VENDORS, Names.of("管理传感设备厂商接入", "Connect vendors of sensors")));
    }
}
