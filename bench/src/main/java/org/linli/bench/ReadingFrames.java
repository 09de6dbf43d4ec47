package org.linli.bench;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Writes frames of the watch text protocol without building a string for each: the generator shares the processors with
 * the server that is measured.
 */
final class ReadingFrames {

    private static final int SECONDS_A_DAY = 86_400;
    private static final byte[] POSITION =
            frame("UD,ddMMyy,HHmmss,A,40.000000,N,109.000000,E,3.2,90,1060,8,80,87,1200,0,00000000");
    private static final byte[] ALARM =
            frame("AL,ddMMyy,HHmmss,A,40.000000,N,109.000000,E,3.2,90,1060,8,80,87,1200,0,00010000");
    private static final byte[] LINK = frame("LK,1200,0,87");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("ddMMyy");
    private static final int NUMBER_ENDS = "[3G*000000000000000".length();
    private static final int DATE_BEGINS = "[3G*000000000000000*0000*UD,".length();
    private static final int DATE_ENDS = DATE_BEGINS + 6;
    private static final int TIME_ENDS = DATE_ENDS + 7;
    private static final int LAT_ENDS = TIME_ENDS + ",A,40.000000".length();
    private static final int LON_ENDS = LAT_ENDS + ",N,109.000000".length();

    private int day;
    private byte[] date = new byte[0];

    private static byte[] frame(String content) {
        return "[3G*%015d*%04X*%s]".formatted(0, content.length(), content).getBytes(StandardCharsets.US_ASCII);
    }

    void reading(ByteBuf to, int watch, int at) {
        positioned(to, POSITION, watch, at);
    }

    void callForHelp(ByteBuf to, int watch, int at) {
        positioned(to, ALARM, watch, at);
    }

    void link(ByteBuf to, int watch) {
        var begin = to.writerIndex();
        to.writeBytes(LINK);
        digits(to, begin + NUMBER_ENDS, 15, Crowd.number(watch));
    }

    private void positioned(ByteBuf to, byte[] template, int watch, int at) {
        var begin = to.writerIndex();
        to.writeBytes(template);
        digits(to, begin + NUMBER_ENDS, 15, Crowd.number(watch));
        to.setBytes(begin + DATE_BEGINS, date(at / SECONDS_A_DAY));
        var second = at % SECONDS_A_DAY;
        digits(to, begin + TIME_ENDS, 6, second / 3600 * 10_000L + second / 60 % 60 * 100 + second % 60);
        degrees(to, begin + LAT_ENDS, 2, Crowd.lat(watch));
        degrees(to, begin + LON_ENDS, 3, Crowd.lon(watch, at));
    }

    private byte[] date(int wanted) {
        if (wanted != day || date.length == 0) {
            day = wanted;
            date = DATE.format(LocalDate.ofEpochDay(wanted)).getBytes(StandardCharsets.US_ASCII);
        }
        return date;
    }

    private static void degrees(ByteBuf to, int end, int whole, int millionths) {
        digits(to, end, 6, millionths % 1_000_000);
        digits(to, end - 7, whole, millionths / 1_000_000);
    }

    private static void digits(ByteBuf to, int end, int count, long value) {
        var left = value;
        for (var place = end - 1; place >= end - count; place--) {
            to.setByte(place, (int) ('0' + left % 10));
            left /= 10;
        }
    }
}
