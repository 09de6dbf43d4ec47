package org.linli.cardreader;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cards of people who do not exist, living in communities that do, of all four layouts, with valid numbers; among them
 * one that expired, one whose number does not check, and one that cannot be read.
 */
final class SimulatedCards {

    /** @param textBlock nothing for a card that cannot be read */
    record Card(String label, byte @Nullable [] textBlock, byte[] photo) {}

    private static final String ISSUER = "包头市公安局昆都仑区分局";

    private static final List<Card> CARDS = List.of(
            new Card(
                    "赵秀英，1951 年生，长期有效",
                    citizen("赵秀英", '2', "19510416", "内蒙古包头市昆都仑区少先21号街坊14栋3单元201号", "002", "20110520", "长期"),
                    Silhouette.png(1)),
            new Card(
                    "李建国，1978 年生",
                    citizen("李建国", '1', "19780923", "内蒙古包头市昆都仑区少先20号街坊8栋1单元502号", "011", "20180312", "20380312"),
                    Silhouette.png(2)),
            new Card(
                    "𠮷雅楠（生僻字），1996 年生",
                    citizen("𠮷雅楠", '2', "19960229", "内蒙古包头市昆都仑区钢23号街坊2栋4单元301号", "024", "20220701", "20420701"),
                    Silhouette.png(1)),
            new Card(
                    "陈嘉敏，港澳台居民居住证",
                    CardBlock.hongKongMacauTaiwan(
                            "陈嘉敏",
                            '2',
                            "19900308",
                            "内蒙古包头市昆都仑区少先23号街坊5栋2单元102号",
                            CardBlock.number("81000019900308002"),
                            ISSUER,
                            "20240115",
                            "20290115",
                            "H12345678",
                            "01"),
                    Silhouette.png(1)),
            new Card(
                    "Maria Fernanda SILVA，外国人永久居留身份证（2017 版）",
                    CardBlock.foreign2017(
                            "SILVA, MARIA FERNANDA",
                            "席玛丽",
                            '2',
                            "19850607",
                            "BRA150085060701",
                            "BRA",
                            "20210902",
                            "20310902"),
                    Silhouette.png(1)),
            new Card(
                    "Alexander Konstantinovich ROMANOV，外国人永久居留身份证（2023 版）",
                    CardBlock.foreign2023(
                            "ROMANOV, ALEXANDER KONSTANTINOVICH",
                            "罗满",
                            '1',
                            "19791130",
                            CardBlock.number("91560019791130001"),
                            "RUS",
                            "20240301",
                            "20340301",
                            "01"),
                    Silhouette.png(2)),
            new Card(
                    "王德胜，证件已过期",
                    citizen("王德胜", '1', "19650214", "内蒙古包头市昆都仑区阿尔丁12号街坊9栋2单元401号", "033", "20050601", "20250601"),
                    Silhouette.png(2)),
            new Card(
                    "号码校验位不符",
                    CardBlock.citizen(
                            "孙立",
                            '1',
                            "19880808",
                            "内蒙古包头市昆都仑区友谊20号街坊1栋1单元101号",
                            "150203198808081230",
                            ISSUER,
                            "20200101",
                            "20400101"),
                    Silhouette.png(2)),
            new Card("读不出的卡", null, new byte[0]));

    private SimulatedCards() {}

    static List<Card> all() {
        return CARDS;
    }

    static String json() {
        return IntStream.range(0, CARDS.size())
                .mapToObj(i -> "{\"card\":%d,\"label\":\"%s\"}"
                        .formatted(i + 1, CARDS.get(i).label()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static byte[] citizen(
            String name, char sex, String birth, String address, String order, String from, String until) {
        var number = CardBlock.number("150203" + birth + order);
        return CardBlock.citizen(name, sex, birth, address, number, ISSUER, from, until);
    }
}
