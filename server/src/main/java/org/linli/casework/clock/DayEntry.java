package org.linli.casework.clock;

import java.time.LocalDate;

/** A day that differs from the plain week: a day off (假日), or a make-up workday (调休上班). */
record DayEntry(LocalDate day, boolean worked, String name) {}
