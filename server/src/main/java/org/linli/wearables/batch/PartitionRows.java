package org.linli.wearables.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the partitions that what comes next goes to: fixes by the day, vitals by the month, of China. */
@Component
class PartitionRows {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Set<LocalDate> made = ConcurrentHashMap.newKeySet();

    PartitionRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** In a transaction of their own, before what is stored in them. */
    void make(Instant received) {
        var day = LocalDate.ofInstant(received, CHINA);
        if (made.contains(day)) {
            return;
        }
        apart.executeWithoutResult(status -> {
            make("fix", "fix_" + DAY.format(day), day, day.plusDays(1));
            var month = day.withDayOfMonth(1);
            make("vital", "vital_" + MONTH.format(month), month, month.plusMonths(1));
        });
        made.add(day);
    }

    private void make(String parent, String name, LocalDate first, LocalDate beyond) {
        jdbc.sql("select wearables.make_partition(:parent, :name, :first, :beyond)")
                .param("parent", parent)
                .param("name", name)
                .param("first", first.atStartOfDay(CHINA).toOffsetDateTime())
                .param("beyond", beyond.atStartOfDay(CHINA).toOffsetDateTime())
                .query()
                .listOfRows();
    }
}
