package org.linli.casework.clock;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Days off and make-up workdays as a CSV: {@code date,kind,name}, kind being {@code holiday} or {@code workday}. */
record CalendarFile(List<DayEntry> days, List<Fault> faults) {

    private static final int LONGEST = 2000;

    /** What is wrong with one line; the message is {@code fault.calendar.<kind>}. */
    record Fault(int line, String kind, String text) {}

    Set<Integer> years() {
        var years = new HashSet<Integer>();
        days.forEach(day -> years.add(day.day().getYear()));
        return years;
    }

    static CalendarFile read(String csv) {
        var days = new ArrayList<DayEntry>();
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<LocalDate>();
        var lines = csv.replace("\uFEFF", "").lines().toList();
        if (lines.size() > LONGEST) {
            return new CalendarFile(List.of(), List.of(new Fault(LONGEST, "too-long", "")));
        }
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || (i == 0 && line.startsWith("date,"))) {
                continue;
            }
            read(i + 1, line.split(",", -1), days, faults, seen);
        }
        return new CalendarFile(List.copyOf(days), List.copyOf(faults));
    }

    private static void read(int line, String[] cells, List<DayEntry> days, List<Fault> faults, Set<LocalDate> seen) {
        if (cells.length != 3 || cells[2].isBlank()) {
            faults.add(new Fault(line, "three-columns", String.join(",", cells)));
            return;
        }
        var kind = cells[1].strip();
        if (!kind.equals("holiday") && !kind.equals("workday")) {
            faults.add(new Fault(line, "kind", kind));
            return;
        }
        try {
            var day = LocalDate.parse(cells[0].strip());
            if (day.getYear() < 2000 || day.getYear() > 2099) {
                faults.add(new Fault(line, "year", cells[0]));
            } else if (seen.add(day)) {
                days.add(new DayEntry(day, kind.equals("workday"), cells[2].strip()));
            } else {
                faults.add(new Fault(line, "twice", cells[0]));
            }
        } catch (DateTimeParseException wrong) {
            faults.add(new Fault(line, "date", cells[0]));
        }
    }
}
