package org.linli.registry.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.linli.registry.sheet.XlsxWriting;

/** A sheet of people as a community keeps it: households of three behind doors of its own compound. */
final class PeopleSheet {

    static final List<String> HEADERS = List.of(
            "姓名", "证件类型", "公民身份号码", "性别", "出生日期", "民族", "联系方式", "户号", "与户主关系", "户主身份证号", "社区", "网格", "小区", "楼栋", "单元",
            "楼层", "室", "居住类型", "起始日期", "终止日期");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "曾", "欧阳"};
    private static final String[] GIVEN = {"伟", "芳", "娜", "秀英", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰"};

    private final List<List<String>> rows = new ArrayList<>();
    private final String region;
    private final String mark;

    /** @param mark sets this sheet's numbers, households and compounds apart from those of others */
    PeopleSheet(int people, int mark) {
        this.mark = Integer.toString(mark);
        this.region = "15" + String.format("%04d", mark % 10_000);
        var random = new Random(mark);
        for (var n = 0; n < people; n++) {
            rows.add(row(n, random));
        }
    }

    private List<String> row(int n, Random random) {
        var household = n / 3;
        var role = n % 3;
        var male = role == 0 || role == 2 && random.nextBoolean();
        var birth =
                String.format("%04d%02d%02d", (role == 2 ? 2000 : 1950) + n / 336 % 20, 1 + n % 12, 1 + n / 12 % 28);
        var row = new ArrayList<String>();
        row.add(SURNAMES[random.nextInt(SURNAMES.length)] + GIVEN[random.nextInt(GIVEN.length)]);
        row.add("居民身份证");
        row.add(number(region, birth, n / 6720 * 2 + (male ? 1 : 0)));
        row.add(male ? "男" : "女");
        row.add(birth.substring(0, 4) + "-" + birth.substring(4, 6) + "-" + birth.substring(6));
        row.add("汉族");
        row.add("139" + String.format("%08d", random.nextInt(100_000_000)));
        row.add(mark + "-" + household);
        row.add(role == 0 ? "户主" : role == 1 ? "配偶" : male ? "子" : "女");
        row.add("");
        row.add("150203001018");
        row.add("");
        row.add("试验" + mark + "小区");
        row.add(Integer.toString(1 + household / 60));
        row.add(Integer.toString(1 + household / 15 % 4));
        row.add(Integer.toString(1 + household / 3 % 5));
        row.add(Integer.toString(100 * (1 + household / 3 % 5) + 1 + household % 3));
        row.add("户在人在");
        row.add("2025/6/1");
        row.add("");
        return row;
    }

    /** A number with its check character. */
    static String number(String region, String birth, int sequence) {
        var digits = region + birth + String.format("%03d", sequence);
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    String mark() {
        return mark;
    }

    String get(int row, String header) {
        return rows.get(row).get(HEADERS.indexOf(header));
    }

    /** Row as the spreadsheet counts, for the nth person. */
    static int line(int row) {
        return row + 2;
    }

    void set(int row, String header, String text) {
        rows.get(row).set(HEADERS.indexOf(header), text);
    }

    void widen(int row, String text) {
        rows.get(row).add(text);
    }

    byte[] csv(Charset charset) {
        return csv(charset, Map.of());
    }

    /** @param raw lines that are written as these bytes instead */
    byte[] csv(Charset charset, Map<Integer, byte[]> raw) {
        var out = new ByteArrayOutputStream();
        out.writeBytes((String.join(",", HEADERS) + "\r\n").getBytes(charset));
        for (var n = 0; n < rows.size(); n++) {
            out.writeBytes(raw.getOrDefault(n, text(n).getBytes(charset)));
        }
        return out.toByteArray();
    }

    String text(int row) {
        return String.join(",", rows.get(row)) + "\r\n";
    }

    byte[] xlsx() {
        var out = new ByteArrayOutputStream();
        try (var writing = new XlsxWriting(out, "人口", "")) {
            writing.headers(HEADERS);
            for (var row : rows) {
                writing.row(row);
            }
            writing.finish("说明", new LinkedHashMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
