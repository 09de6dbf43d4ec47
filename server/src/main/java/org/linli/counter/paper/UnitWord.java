package org.linli.counter.paper;

import java.util.regex.Pattern;
import org.linli.area.Unit;

/** The unit's word in a number: 少先 of 少先路街道社区中心站, 保利新华居 of 保利新华社区居委会. */
final class UnitWord {

    private static final Pattern BEFORE = Pattern.compile("^(内蒙古自治区|包头市|昆都仑区)+");
    private static final Pattern AFTER =
            Pattern.compile("(街道|镇|社区|嘎查|村|厂区|办事处|居委会|村委会|居民委员会|村民委员会|政务服务|公共事务|受理|代办点|中心站|服务大厅|大厅|局).*$");
    private static final Pattern ROAD = Pattern.compile("(?<=..)(大街|路|道|街)$");

    private UnitWord() {}

    static String of(Unit unit) {
        return of(unit.names().zh())
                + switch (unit.kind()) {
                    case SUB_DISTRICT_OFFICE -> "街";
                    case COMMITTEE -> "居";
                    case AGENCY_POINT -> "代";
                    case DISTRICT_HALL -> "政务";
                    case DISTRICT, DEPARTMENT, STATION -> "";
                };
    }

    static String of(String unitName) {
        var name = BEFORE.matcher(unitName).replaceFirst("");
        var word = ROAD.matcher(AFTER.matcher(name).replaceFirst("")).replaceFirst("");
        var shortened = word.isEmpty() ? name : word;
        return shortened.length() > 8 ? shortened.substring(0, 8) : shortened;
    }
}
