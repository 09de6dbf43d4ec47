package org.linli.counter.department;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Department line (部门专线): the far end of one dedicated line. */
interface DepartmentLine {

    /** An application as the department has it. */
    record Held(String key, String departmentNumber, String state) {}

    /**
     * Hands a message over; the same message again changes nothing there.
     *
     * @return the department's own number for the application
     */
    String send(LineMessage message) throws LineFailure;

    Optional<Held> query(String key) throws LineFailure;

    /** The applications the department received on a day. */
    List<Held> receivedOn(LocalDate day) throws LineFailure;
}
