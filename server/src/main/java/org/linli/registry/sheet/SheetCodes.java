package org.linli.registry.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.registry.Codes;

/**
 * One list of codes (代码表): what is stored, and the words under which it is met in sheets. What is stored is also taken.
 */
public final class SheetCodes {

    /** GB/T 2261.1, stored as the names of {@link org.linli.shared.Sex}. */
    public static final SheetCodes SEX =
            of("MALE", "男|1|男性|m", "FEMALE", "女|2|女性|f", "UNKNOWN", "未知|0|未知的性别", "UNSTATED", "未说明|9|未说明的性别");

    /** GA/T 517, stored as the names of {@link org.linli.shared.IdDocument.Kind}. */
    public static final SheetCodes DOCUMENT_KIND = of(
            "RESIDENT_ID", "居民身份证|111|身份证|公民身份证|二代身份证|中华人民共和国居民身份证|id card",
            "TEMPORARY_RESIDENT_ID", "临时居民身份证|112|临时身份证",
            "HOUSEHOLD_REGISTER", "户口簿|113|户口本|居民户口簿",
            "OFFICER", "军官证|114|中国人民解放军军官证",
            "ARMED_POLICE", "警官证|115|武警警官证",
            "PASSPORT", "护照|414|普通护照",
            "TAIWAN_PASS", "台湾居民来往大陆通行证|511|台胞证",
            "HONG_KONG_MACAU_PASS", "港澳居民来往内地通行证|516|回乡证",
            "FOREIGN_PERMANENT_RESIDENCE", "外国人永久居留身份证|553|外国人永久居留证",
            "FOREIGN_RESIDENCE_PERMIT", "外国人居留证|554|外国人居留许可",
            "HONG_KONG_MACAU_TAIWAN_RESIDENCE", "港澳台居民居住证|台湾居民居住证|港澳居民居住证");

    /** GB/T 2261.2. */
    public static final SheetCodes MARITAL_STATUS =
            over(Codes.Table.MARITAL_STATUS, "20", "有配偶|married", "30", "widowed", "40", "离异|divorced", "90", "未说明");

    /** The first digit of GB/T 4658-2006, under which the finer codes go, and the words of older sheets. */
    public static final SheetCodes EDUCATION = over(
            Codes.Table.EDUCATION,
            "10",
            "11|14|15|17|18|19|研究生|博士|硕士|博士研究生|硕士研究生",
            "20",
            "21|22|23|28|本科|大学本科|大学|大学本科毕业",
            "30",
            "31|33|38|专科|大专|大学专科|大学专科毕业",
            "40",
            "41|42|43|44|45|46|47|48|49|中专|中技|技校|职高|职业高中|中等专科|技工学校|中专或中技",
            "60",
            "61|62|63|高中|普通高中|高中毕业",
            "70",
            "71|73|初中|初中毕业",
            "80",
            "81|83|小学|小学毕业",
            "90",
            "文盲|半文盲|文盲或半文盲|学龄前|学龄前儿童|无");

    /** GB/T 4761; codes that the base does not tell apart go under the first of their ten. */
    public static final SheetCodes RELATION = over(
            Codes.Table.RELATION,
            "02",
            "01|本人|本人或户主|head|self",
            "10",
            "爱人|spouse",
            "11",
            "丈夫|husband",
            "12",
            "妻子|wife",
            "20",
            "24|25|26|29|儿子|三子|四子|五子|其他儿子|son",
            "23",
            "二子",
            "27",
            "养子|继子",
            "30",
            "34|35|36|39|女儿|三女|四女|五女|其他女儿|daughter",
            "33",
            "二女",
            "37",
            "养女|继女",
            "38",
            "儿媳妇",
            "40",
            "45|46|47|48|49|孙辈|孙媳妇|孙女婿|曾孙子|曾孙女|grandchild",
            "43",
            "外孙",
            "50",
            "57|58|59|继父|养父|继母|养母|parent",
            "51",
            "父|爸爸|father",
            "52",
            "母|妈妈|mother",
            "60",
            "65|66|67|68|69|祖父母|曾祖父|曾祖母|grandparent",
            "61",
            "爷爷",
            "62",
            "奶奶",
            "63",
            "外公|姥爷",
            "64",
            "外婆|姥姥",
            "70",
            "72|74|76|78|79|嫂|嫂子|弟媳|姐夫|妹夫|其他兄弟姐妹|sibling",
            "71",
            "哥哥|哥",
            "73",
            "弟弟",
            "75",
            "姐",
            "77",
            "妹",
            "80",
            "81|82|83|84|85|86|87|88|89|90|91|92|93|94|95|96|98|伯父|伯母|叔父|叔叔|婶母|舅父|舅舅|舅母|姨父|姨母|姑父|姑母|堂兄弟、堂姐妹|"
                    + "表兄弟、表姐妹|侄子|侄女|外甥|外甥女|保姆|other",
            "97",
            "亲属");

    /** Kinds of residence, stored as {@code registry.residence.kind} has them. */
    public static final SheetCodes RESIDENCE_KIND = of(
            "REGISTERED_HERE", "户在人在|人户一致|常住|户籍人口|常住人口|户籍在住|户籍|registered here",
            "FLOATING", "流动|流动人口|外来|外来人口|人在户不在|floating",
            "LIVING_ELSEWHERE", "户在人不在|空挂|空挂户|外出|living elsewhere",
            "RENTAL", "租住|租房|租户|承租|rental");

    /** GB/T 31000 §5.11. */
    public static final SheetCodes INFLOW_REASON =
            over(Codes.Table.INFLOW_REASON, "04", "学习|培训", "07", "治病", "08", "投亲");

    public static final SheetCodes DWELLING_USE = of(
            "OWNER_OCCUPIED",
            "自住|自有|住宅|住房|owner occupied",
            "RENTAL",
            "出租|租住|出租房|出租屋|rental",
            "VACANT",
            "空置|空房|闲置|vacant",
            "BUSINESS",
            "经营|商用|商铺|办公|商业|business",
            "COLLECTIVE",
            "集体|宿舍|集体宿舍|collective",
            "OTHER",
            "其他|other");

    public static final SheetCodes ORGANISATION_KIND = of(
            "ENTERPRISE", "企业|公司|有限责任公司|enterprise",
            "INDIVIDUAL_BUSINESS", "个体工商户|个体户|个体|individual business",
            "SOCIAL_GROUP", "社会团体|社团|social group",
            "PRIVATE_NON_ENTERPRISE_UNIT", "民办非企业单位|民办非企业|社会服务机构|民非",
            "FOUNDATION", "基金会|foundation",
            "PUBLIC_INSTITUTION", "事业单位|public institution",
            "GOVERNMENT", "机关|党政机关|国家机关|政府机关|government",
            "OTHER", "其他|other");

    private final Map<String, String> stored;
    private final Map<String, String> words;

    private SheetCodes(Map<String, String> stored, Map<String, String> words) {
        this.stored = stored;
        this.words = words;
    }

    /** What is stored for a cell; empty when the list has no such code or word. */
    public Optional<String> read(String cell) {
        var text = plain(cell);
        var found = stored.get(text);
        // A spreadsheet takes the zero in front of a code away.
        return Optional.ofNullable(found != null ? found : stored.get("0" + text));
    }

    /** The Chinese word for what is stored; itself when the list does not have it. */
    public String word(String code) {
        return words.getOrDefault(code, code);
    }

    /** Every code with its Chinese word, in order. */
    public Map<String, String> words() {
        return words;
    }

    private static String plain(String cell) {
        return cell.strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** A list of the base with more words for some of its codes. */
    private static SheetCodes over(Codes.Table table, String... codesAndWords) {
        var all = new ArrayList<String>();
        Codes.of(table).forEach((code, names) -> all.addAll(List.of(code, names.zh() + "|" + names.en())));
        var read = of(all.toArray(String[]::new));
        var stored = new HashMap<>(read.stored);
        // 本人 has a code of its own in the standard, but a sheet means the head by it.
        for (var i = 0; i < codesAndWords.length; i += 2) {
            for (var word : codesAndWords[i + 1].split("\\|")) {
                stored.put(plain(word), codesAndWords[i]);
            }
        }
        return new SheetCodes(Map.copyOf(stored), read.words);
    }

    private static SheetCodes of(String... codesAndWords) {
        var stored = new HashMap<String, String>();
        var words = new LinkedHashMap<String, String>();
        for (var i = 0; i < codesAndWords.length; i += 2) {
            var code = codesAndWords[i];
            stored.put(plain(code), code);
            var all = codesAndWords[i + 1].split("\\|");
            words.put(code, all[0]);
            for (var word : all) {
                stored.putIfAbsent(plain(word), code);
            }
        }
        return new SheetCodes(Map.copyOf(stored), java.util.Collections.unmodifiableMap(words));
    }
}
