package org.linli.wearables.sensor;

import static org.linli.wearables.sensor.SensorCode.ALARM;
import static org.linli.wearables.sensor.SensorCode.CLEAR;
import static org.linli.wearables.sensor.SensorCode.CLOSED;
import static org.linli.wearables.sensor.SensorCode.HEARTBEAT;
import static org.linli.wearables.sensor.SensorCode.IN_BED;
import static org.linli.wearables.sensor.SensorCode.MISSED;
import static org.linli.wearables.sensor.SensorCode.OPEN;
import static org.linli.wearables.sensor.SensorCode.OUT_OF_BED;
import static org.linli.wearables.sensor.SensorCode.TAKEN;
import static org.linli.wearables.sensor.SensorCode.TEST;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.linli.wearables.AlarmKind;

/** What a sensor is (设备种类), which codes it may send, and which of them calls somebody. */
enum SensorKind {
    PILL_BOX(AlarmKind.MEDICINE, MISSED, TAKEN, OPEN, CLOSED),
    SMOKE(AlarmKind.SMOKE, ALARM, CLEAR),
    GAS(AlarmKind.GAS, ALARM, CLEAR),
    /** That it opened or closed calls nobody: the vendor's platform knows the habit agreed on, and says ALARM. */
    DOOR(AlarmKind.DOOR, ALARM, CLEAR, OPEN, CLOSED),
    BED(AlarmKind.BED, OUT_OF_BED, IN_BED),
    WATER(AlarmKind.WATER, ALARM, CLEAR);

    private final AlarmKind alarm;
    private final SensorCode calling;
    private final Set<SensorCode> codes;

    SensorKind(AlarmKind alarm, SensorCode calling, SensorCode... others) {
        this.alarm = alarm;
        this.calling = calling;
        this.codes = EnumSet.of(calling, others);
        this.codes.add(HEARTBEAT);
        this.codes.add(TEST);
    }

    /** The codes it may send, in the order they are told to whoever sent another. */
    Set<SensorCode> codes() {
        return codes;
    }

    /** What a code of this kind calls for, if anything. */
    Optional<AlarmKind> alarm(SensorCode code) {
        return code == calling ? Optional.of(alarm) : Optional.empty();
    }
}
