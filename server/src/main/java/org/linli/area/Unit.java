package org.linli.area;

import java.util.Optional;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;

/** Unit (单位): an office that people work for and matters are handed to. */
public record Unit(UnitCode code, Kind kind, Names names, DivisionCode area, Optional<UnitCode> parent) {

    /** What sort of office it is. */
    public enum Kind {
        /** District government office (区政府). */
        DISTRICT,
        /** District public affairs hall (区政务服务大厅). */
        DISTRICT_HALL,
        /** Department of the district (委办局). */
        DEPARTMENT,
        /** Sub-district or town office (街道办事处, 镇政府). */
        SUB_DISTRICT_OFFICE,
        /** Central station (社区中心站): the one-window counter of a sub-district. */
        STATION,
        /** Residents' or villagers' committee (居委会, 村委会). */
        COMMITTEE,
        /** Agency point (代办点): where an agent takes errands for residents. */
        AGENCY_POINT
    }
}
