package org.linli.wearables.line;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** What a device is told to do (下行指令). There is none to listen or to take a photo, and none is to be added. */
public sealed interface Order {

    /** Say where you are, now. */
    record Locate() implements Order {}

    /** Ring, so that you are found. */
    record Find() implements Order {}

    /** Say where you are every so many seconds. */
    record Interval(int seconds) implements Order {}

    /** Whom its wearer can call (亲情号码). The first three are also called, one after the other, when they press for help. */
    record Contacts(List<Contact> contacts) implements Order {}

    record Contact(String name, String number) {}

    /** The reminders (提醒) of a device; those it had before are replaced. */
    record Remind(List<Reminder> reminders) implements Order {}

    /** @param days none means once */
    record Reminder(LocalTime at, Set<DayOfWeek> days, String words) {}

    /** When it does not ring (免打扰); those it had before are replaced. */
    record Quiet(List<Window> windows) implements Order {}

    /** From one time of day to another, which may be on the next. */
    record Window(LocalTime from, LocalTime to) {}
}
