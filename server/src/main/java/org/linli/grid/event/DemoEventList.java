package org.linli.grid.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What happened in the demo's community. */
final class DemoEventList {

    private static final String COMMITTEE = "CO-150203001015";

    private DemoEventList() {}

    /** Who takes a step; {@code OTHER} is the worker who did not report it. */
    enum Who {
        REPORTER,
        OTHER,
        COMMITTEE,
        DISPATCHER
    }

    record Step(Who who, String action, String note, Map<String, Object> input) {}

    /**
     * One event.
     *
     * @param onTheSpot what the reporter did about it at once, or empty
     * @param east, north steps of some ten metres away from the middle of the cell
     */
    record Line(
            int cell,
            String category,
            String level,
            int hoursAgo,
            String words,
            String place,
            String onTheSpot,
            int east,
            int north,
            List<Step> steps) {}

    private static final Step ACCEPT = new Step(Who.COMMITTEE, "ACCEPT", "", Map.of());
    private static final Step DISPATCH = new Step(Who.DISPATCHER, "DISPATCH", "", Map.of("unit", COMMITTEE));
    private static final Step TAKE = new Step(Who.REPORTER, "TAKE", "", Map.of());
    private static final Step FEED_BACK = new Step(Who.REPORTER, "FEED_BACK", "已到现场处置完毕", Map.of());
    private static final Step FIXED = new Step(Who.OTHER, "VERIFY", "现场看过，已解决", Map.of("decision", "fixed"));
    private static final Step GOOD = new Step(Who.DISPATCHER, "APPRAISE", "处置及时", Map.of("decision", "good"));

    static List<Line> all() {
        var lines = new ArrayList<Line>();
        lines.addAll(waiting());
        lines.addAll(handled());
        lines.addAll(ended());
        lines.addAll(atOneSpot());
        return lines;
    }

    private static List<Line> waiting() {
        return List.of(
                line(1, "0305", "MAJOR", 1, "3号楼2单元四层有焦糊味，敲门无人应", "3号楼2单元", 0, 1),
                line(2, "0602", "GENERAL", 3, "垃圾桶满了，袋子堆到路边", "南门垃圾点", 2, -1),
                line(3, "0501", "LARGER", 5, "6号楼一侧停水，居民已自发询问", "6号楼", -2, 2),
                line(4, "0704", "GENERAL", 6, "面包车挡住单元门口", "9号楼1单元", 1, 1),
                line(5, "1302", "GENERAL", 8, "多位老人询问高龄津贴认证怎么办", "活动室", 0, 0),
                line(1, "1101", "LARGER", 10, "电梯停在五层，里面没有人", "2号楼", -1, -1, ACCEPT),
                line(2, "0202", "GENERAL", 20, "单元门锁坏了，关不上", "4号楼3单元", 1, 2, ACCEPT),
                line(4, "0902", "LARGER", 30, "一层住户在窗外搭棚子", "10号楼", 2, 1, ACCEPT),
                line(3, "1004", "GENERAL", 26, "健身器材的踏板松了", "小广场", -1, 0, ACCEPT, DISPATCH),
                line(5, "0802", "LARGER", 9, "广告牌一角翘起来，风大时晃", "临街商铺", 1, -2, ACCEPT, DISPATCH),
                line(1, "0402", "GENERAL", 40, "老人家里煤气费交不上，想问救助", "1号楼4单元", 0, 2, ACCEPT, DISPATCH));
    }

    private static List<Line> handled() {
        var asked = new Step(Who.REPORTER, "ASK_SUSPENSION", "须等供热季结束后开挖", Map.of());
        var suspend = new Step(Who.DISPATCHER, "SUSPEND", "同意挂账，供热季后处置", Map.of("reason", "OTHER_BODY"));
        var half = new Step(Who.OTHER, "VERIFY", "", Map.of("decision", "half-fixed", "remaining", "杂物清了一半，顶层平台还堆着"));
        var notFixed = new Step(Who.OTHER, "VERIFY", "", Map.of("decision", "not-fixed", "remaining", "充电线还挂在窗外"));
        var extend = new Step(Who.REPORTER, "extend", "双方约到下周再谈", Map.of("amount", 3));
        var supervise = new Step(Who.DISPATCHER, "supervise", "请当日答复进展", Map.of("colour", "YELLOW"));
        return List.of(
                line(1, "0302", "GENERAL", 30, "楼道里堆着旧沙发和纸箱", "3号楼1单元", 1, 0, ACCEPT, DISPATCH, TAKE),
                line(2, "0101", "GENERAL", 60, "楼上漏水，两家说不拢", "5号楼2单元", 0, -2, ACCEPT, DISPATCH, TAKE, extend),
                line(4, "0204", "GENERAL", 70, "大型犬不牵绳，孩子受惊", "中心花园", -2, 1, ACCEPT, DISPATCH, TAKE, supervise),
                line(3, "0605", "LARGER", 34, "污水井返水，流到人行道", "7号楼北侧", 2, 2, ACCEPT, DISPATCH, TAKE, asked),
                line(5, "1103", "GENERAL", 300, "顶层屋面渗漏，墙皮脱落", "12号楼3单元", 0, 1, ACCEPT, DISPATCH, TAKE, asked, suspend),
                line(2, "0601", "GENERAL", 28, "绿化带里有装修垃圾", "4号楼东侧", -1, 2, ACCEPT, DISPATCH, TAKE, FEED_BACK),
                line(4, "0801", "GENERAL", 26, "单元门上贴了一排小广告", "9号楼", 2, 0, ACCEPT, DISPATCH, TAKE, FEED_BACK),
                line(
                        1,
                        "0302",
                        "GENERAL",
                        50,
                        "六层到顶层堆满杂物，通不过担架",
                        "2号楼3单元",
                        -2,
                        -2,
                        ACCEPT,
                        DISPATCH,
                        TAKE,
                        FEED_BACK,
                        half),
                line(
                        3,
                        "0303",
                        "LARGER",
                        33,
                        "从窗户拉线给电动车充电",
                        "8号楼2单元",
                        1,
                        -1,
                        ACCEPT,
                        DISPATCH,
                        TAKE,
                        FEED_BACK,
                        notFixed),
                line(5, "0703", "GENERAL", 40, "流动摊点占了盲道", "西门外", -1, 1, ACCEPT, DISPATCH, TAKE, FEED_BACK, FIXED),
                line(
                        2,
                        "0106",
                        "GENERAL",
                        45,
                        "居民与理发店因办卡退费争执",
                        "底商",
                        1,
                        1,
                        ACCEPT,
                        new Step(Who.COMMITTEE, "ESCALATE", "社区调解两次未成，请街道协调", Map.of())));
    }

    private static List<Line> ended() {
        var reject = new Step(Who.COMMITTEE, "REJECT", "经核实属小区内部停车约定，已当面解释", Map.of());
        var cancel = new Step(Who.REPORTER, "VOID", "重复填写", Map.of());
        var join = new Step(Who.DISPATCHER, "join", "与上一件为同一处", Map.of());
        var fair = new Step(Who.DISPATCHER, "APPRAISE", "已办结，时间偏长", Map.of("decision", "fair"));
        return List.of(
                line(
                        1,
                        "0302",
                        "GENERAL",
                        200,
                        "楼道堆着自行车和花盆",
                        "1号楼2单元",
                        2,
                        2,
                        ACCEPT,
                        DISPATCH,
                        TAKE,
                        FEED_BACK,
                        FIXED,
                        GOOD),
                line(
                        2,
                        "1102",
                        "GENERAL",
                        260,
                        "三层到四层的灯不亮",
                        "6号楼1单元",
                        -2,
                        0,
                        ACCEPT,
                        DISPATCH,
                        TAKE,
                        FEED_BACK,
                        FIXED,
                        GOOD),
                line(
                        3,
                        "0606",
                        "LARGER",
                        340,
                        "坡道结冰，老人不敢走",
                        "活动室门口",
                        0,
                        -1,
                        ACCEPT,
                        DISPATCH,
                        TAKE,
                        FEED_BACK,
                        FIXED,
                        GOOD),
                line(
                        4,
                        "0101",
                        "GENERAL",
                        400,
                        "因空调外机滴水争吵",
                        "10号楼4单元",
                        1,
                        -1,
                        ACCEPT,
                        DISPATCH,
                        TAKE,
                        FEED_BACK,
                        FIXED,
                        fair),
                line(
                        5,
                        "1104",
                        "GENERAL",
                        420,
                        "地锁占了公共车位",
                        "11号楼前",
                        -1,
                        -1,
                        ACCEPT,
                        DISPATCH,
                        TAKE,
                        FEED_BACK,
                        FIXED,
                        fair),
                line(
                        1,
                        "1303",
                        "GENERAL",
                        120,
                        "居民感谢帮忙找回走失的猫",
                        "2号楼",
                        0,
                        0,
                        ACCEPT,
                        DISPATCH,
                        TAKE,
                        FEED_BACK,
                        FIXED,
                        GOOD),
                line(2, "0704", "GENERAL", 90, "反映邻居停车靠得太近", "5号楼前", 1, -2, reject),
                line(3, "0602", "GENERAL", 80, "垃圾桶满（写重了）", "北门", 2, -2, cancel),
                line(4, "1001", "LARGER", 22, "井盖松动，踩上去响", "9号楼南侧路口", 3, 3),
                line(4, "1001", "LARGER", 21, "还是那个井盖，晚上看不清", "9号楼南侧路口", 3, 3, join),
                spot(1, "0801", 48, "楼道墙上的小广告", "3号楼", "已铲除并涂白", 1, 1),
                spot(2, "0602", 100, "垃圾桶旁散落垃圾", "南门垃圾点", "已清扫并联系清运", 2, -1),
                spot(3, "0302", 150, "一层门洞放着旧床垫", "7号楼2单元", "和住户一起抬走", -1, 2),
                spot(5, "0705", 60, "共享单车堵住路口", "西门外", "已摆放整齐", 0, 2));
    }

    /** Three times the same door: the third opens the task to find the cause. */
    private static List<Line> atOneSpot() {
        return List.of(
                line(
                        2,
                        "1106",
                        "GENERAL",
                        900,
                        "单元门闭门器坏，门关不严",
                        "6号楼3单元",
                        -3,
                        3,
                        ACCEPT,
                        DISPATCH,
                        TAKE,
                        FEED_BACK,
                        FIXED,
                        GOOD),
                line(
                        2, "1106", "GENERAL", 600, "单元门又关不上", "6号楼3单元", -3, 3, ACCEPT, DISPATCH, TAKE, FEED_BACK, FIXED,
                        GOOD),
                line(2, "1106", "GENERAL", 24, "单元门第三次坏了", "6号楼3单元", -3, 3, ACCEPT, DISPATCH, TAKE));
    }

    private static Line line(
            int cell,
            String category,
            String level,
            int hoursAgo,
            String words,
            String place,
            int east,
            int north,
            Step... steps) {
        return new Line(cell, category, level, hoursAgo, words, place, "", east, north, List.of(steps));
    }

    private static Line spot(
            int cell, String category, int hoursAgo, String words, String place, String done, int east, int north) {
        return new Line(cell, category, "GENERAL", hoursAgo, words, place, done, east, north, List.of());
    }
}
