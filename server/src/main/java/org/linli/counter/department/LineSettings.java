package org.linli.counter.department;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Names;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the department lines.
 *
 * @param lines by name; a line without an address is connected to the stand-in when there is one, else to nobody
 * @param lineStandIn the stand-in that answers for departments in demonstrations and tests
 * @param linesGiveUpAfter how long a message is tried before people are asked to see to it
 */
@ConfigurationProperties("linli.counter")
record LineSettings(
        @DefaultValue Map<String, Line> lines,
        @Nullable StandIn lineStandIn,
        @DefaultValue("5d") Duration linesGiveUpAfter) {

    /**
     * One line.
     *
     * @param system the system's name, as items name it (专网)
     * @param english what the line is called in English; without it by its own name
     * @param departments the departments behind it, by the names items use
     * @param departmentsEnglish the same departments in English, in the same order
     */
    record Line(
            String system,
            @Nullable String english,
            @Nullable URI url,
            @Nullable String secret,
            @DefaultValue List<String> departments,
            @DefaultValue List<String> departmentsEnglish) {

        Names names() {
            return new Names(system, english == null ? system : english);
        }

        List<Names> departmentNames() {
            return IntStream.range(0, departments.size())
                    .mapToObj(n -> new Names(
                            departments.get(n),
                            n < departmentsEnglish.size() ? departmentsEnglish.get(n) : departments.get(n)))
                    .toList();
        }
    }

    /** The stand-in: its address, and the secret both sides know. */
    record StandIn(URI url, String secret) {}

    /** Where a line leads and the secret it is signed with; empty while it is not connected. */
    record Connection(URI url, String secret) {}
}
