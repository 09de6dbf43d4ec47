package org.linli.casework.clock;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.casework.Term;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar: years, changes, imports, and a deadline worked out. */
@RestController
@RequestMapping("/api/casework/calendar")
class CalendarController {

    private final CalendarYears years;
    private final ChangingCalendar changing;
    private final WorkingCalendars calendars;
    private final MessageSource messages;

    CalendarController(
            CalendarYears years, ChangingCalendar changing, WorkingCalendars calendars, MessageSource messages) {
        this.years = years;
        this.changing = changing;
        this.calendars = calendars;
        this.messages = messages;
    }

    /** A file to import: {@code date,kind,name}. */
    record ImportForm(
            @NotBlank @Size(max = 200_000) String csv,
            @NotNull @Size(max = 500) String why) {}

    record ImportCheckForm(@NotBlank @Size(max = 200_000) String csv) {}

    /** What importing would do. */
    record ImportCheckView(
            List<LocalDate> daysOff, List<LocalDate> madeUp, List<Integer> years, List<FaultView> faults) {}

    record FaultView(int line, String message) {}

    record ImportedView(int changed) {}

    record DayForm(
            @NotNull LocalDate day,
            boolean worked,
            @NotBlank @Size(max = 50) String name,
            @NotNull @Size(max = 500) String why) {}

    record TakeBackForm(@NotNull @Size(max = 500) String why) {}

    /** A term worked out; {@code assumedFrom} is the first year whose statutory days off are not known yet. */
    record DeadlineView(Instant due, @Nullable Integer assumedFrom) {}

    @GetMapping("/{year}")
    CalendarYears.YearView showCalendarYear(Acting acting, @PathVariable @Min(2000) @Max(2099) int year) {
        acting.require(CalendarWords.VIEW);
        return years.year(year);
    }

    @GetMapping("/deadline")
    DeadlineView computeDeadline(
            Acting acting,
            @RequestParam Instant acceptedAt,
            @RequestParam @Min(0) @Max(3650) int amount,
            @RequestParam Term.Unit unit) {
        acting.require(CalendarWords.VIEW);
        var due = calendars.terms().deadline(acceptedAt, new Term(amount, unit));
        return new DeadlineView(due.at(), due.assumedFrom().map(Year::getValue).orElse(null));
    }

    @PostMapping("/import/check")
    ImportCheckView checkCalendarImport(Acting acting, @Valid @RequestBody ImportCheckForm form, Locale locale) {
        acting.require(CalendarWords.CHANGE);
        var file = CalendarFile.read(form.csv());
        var changes = changing.changes(file);
        return new ImportCheckView(
                changes.stream().filter(day -> !day.worked()).map(DayEntry::day).toList(),
                changes.stream().filter(DayEntry::worked).map(DayEntry::day).toList(),
                file.years().stream().sorted().toList(),
                file.faults().stream()
                        .map(fault -> new FaultView(
                                fault.line(),
                                messages.getMessage(
                                        "fault.calendar." + fault.kind(), new Object[] {fault.text()}, locale)))
                        .toList());
    }

    @PostMapping("/import")
    ImportedView importCalendar(Acting acting, @Valid @RequestBody ImportForm form) {
        return new ImportedView(changing.importDays(acting, CalendarFile.read(form.csv()), form.why()));
    }

    @PostMapping("/days")
    CalendarYears.YearView changeCalendarDay(Acting acting, @Valid @RequestBody DayForm form) {
        changing.change(acting, new DayEntry(form.day(), form.worked(), form.name()), form.why());
        return years.year(form.day().getYear());
    }

    @PostMapping("/days/{day}/take-back")
    CalendarYears.YearView takeBackCalendarDay(
            Acting acting, @PathVariable LocalDate day, @Valid @RequestBody TakeBackForm form) {
        changing.takeBack(acting, day, form.why());
        return years.year(day.getYear());
    }
}
