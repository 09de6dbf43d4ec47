package org.linli.counter.paper;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.shared.IdDocument;

/** Plausible values for every template, so that each can be drawn and looked at. */
final class SamplePapers {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("item", "高龄津贴申领"),
            Map.entry("caseNumber", "150203001-2026-000123"),
            Map.entry("receivedOn", TODAY),
            Map.entry("askedOn", TODAY),
            Map.entry("acceptedOn", TODAY),
            Map.entry("completedOn", TODAY.plusDays(9)),
            Map.entry("dueOn", TODAY.plusDays(18)),
            Map.entry("extendedTo", TODAY.plusDays(32)),
            Map.entry("correctBy", TODAY.plusDays(14)),
            Map.entry("followUntil", TODAY.plusDays(10)),
            Map.entry("validFrom", TODAY),
            Map.entry("validUntil", TODAY.plusYears(1)),
            Map.entry("since", LocalDate.of(2011, 6, 1)),
            Map.entry("statutoryDays", 30),
            Map.entry("promisedDays", 14),
            Map.entry("extensionDays", 10),
            Map.entry("procedureDays", 7),
            Map.entry("daysUsed", 7),
            Map.entry("hours", 126),
            Map.entry("neighbours", 11),
            Map.entry("window", "3 号窗口"),
            Map.entry("department", "昆都仑区民政局"),
            Map.entry("phone", "0472-5100000"),
            Map.entry("missing", List.of("户口簿首页和本人页复印件 1 份", "本人名下银行卡（社会保障卡）复印件 1 份")),
            Map.entry("commitments", List.of("本人在本社区连续居住满一年", "本人未在其他地区领取同类津贴")),
            Map.entry("members", "赵秀英，女，1951 年 4 月生\n李建国，男，1949 年 11 月生"),
            Map.entry("activities", "社区环境整治\n独居老人探访"),
            Map.entry("mandateItems", List.of("高龄津贴申领", "居民医疗保险参保登记")),
            Map.entry("delivered", List.of("准予决定书（昆少先准〔2026〕第000007号）1 份")),
            Map.entry("reason", "申请人户籍不在本区，本事项由户籍所在地办理。"),
            Map.entry("legalBasis", "《内蒙古自治区高龄津贴发放管理办法》第六条"),
            Map.entry("otherWay", "户籍所在地街道（镇）公共事务受理中心"),
            Map.entry("reviewAuthority", "包头市昆都仑区人民政府"),
            Map.entry("procedure", "家庭经济状况核对"),
            Map.entry("startsOn", TODAY),
            Map.entry("endsOn", TODAY.plusDays(9)),
            Map.entry("proof", "居住满一年的证明"),
            Map.entry("verification", "网格员入户核实；与公安居住登记信息比对"),
            Map.entry("agent", "孙丽（昆北代办点）"),
            Map.entry("consent", "刷身份证并当面签字"),
            Map.entry("result", "自 2026 年 3 月起按月发放高龄津贴 100 元。"),
            Map.entry("pickUp", "津贴发放至社会保障卡，无需领取"),
            Map.entry("deliveryWay", "窗口直接送达"),
            Map.entry("place", "少先路街道社区中心站"),
            Map.entry("address", "少先路 22 号街坊 14 栋 3 单元 201 号"),
            Map.entry("basis", "网格员入户走访和查验房屋租赁合同"),
            Map.entry("purpose", "办理子女入学"),
            Map.entry("recipient", "包头市昆都仑区教育局"),
            Map.entry("conduct", "遵纪守法，邻里和睦，积极参加社区志愿服务。"),
            Map.entry("situation", "夫妻二人均已退休，月收入合计 2,360 元，长期患病用药支出较大。"),
            Map.entry("children", "一子在外地工作，每年探望两次"),
            Map.entry("serviceFrom", LocalDate.of(2025, 1, 1)),
            Map.entry("serviceUntil", LocalDate.of(2025, 12, 31)),
            Map.entry("works", "单元门口加装无障碍坡道"),
            Map.entry("noticeFrom", TODAY.minusDays(8)),
            Map.entry("noticeUntil", TODAY.minusDays(1)),
            Map.entry("organisation", "夕阳红合唱团"),
            Map.entry("venue", "社区活动中心二楼活动室"),
            Map.entry("use", "每周三、周五下午排练"),
            Map.entry("useFrom", TODAY),
            Map.entry("useUntil", TODAY.plusMonths(6)));

    static final PaperOrder.Holder HOLDER = new PaperOrder.Holder(
            "赵秀英", Optional.of(IdDocument.read(IdDocument.Kind.RESIDENT_ID, "11010519491231002X", TODAY)));

    static final List<PaperOrder.Material> MATERIALS = List.of(
            new PaperOrder.Material("居民身份证", "原件（核验）", 1, "已核验"),
            new PaperOrder.Material("户口簿首页和本人页", "复印件", 1, "已收"),
            new PaperOrder.Material("本人社会保障卡（或在本市开户的银行卡）", "复印件", 1, "容缺，3 月 12 日前补"));

    private SamplePapers() {}

    /** What an order for this template would give. */
    static Map<String, Object> fieldsFor(PaperTemplate template) {
        var fields = new HashMap<String, Object>();
        template.fields().keySet().forEach(name -> {
            if (VALUES.containsKey(name)) {
                fields.put(name, VALUES.get(name));
            }
        });
        return fields;
    }
}
