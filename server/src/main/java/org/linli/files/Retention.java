package org.linli.files;

import java.time.LocalDate;

/**
 * How long a file is kept (保存期限): after the last day its bytes are erased and its row stays, void (Personal Information
 * Protection Law, articles 19 and 47).
 *
 * @param kind why so long, such as {@code errand-10-years}
 * @param until the last day
 */
public record Retention(String kind, LocalDate until) {

    /** So many years after a day. */
    public static Retention years(String what, int years, LocalDate from) {
        return new Retention(what + "-" + years + "-years", from.plusYears(years));
    }

    /** So many days after a day. */
    public static Retention days(String what, int days, LocalDate from) {
        return new Retention(what + "-" + days + "-days", from.plusDays(days));
    }
}
