package org.linli.privacy;

import java.time.LocalDate;
import java.time.Period;
import java.util.function.ToLongFunction;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The least times of the ledgers. Their lines lie in chains that show when one is removed, so none ever is; the rules say
 * how long the law asks for and count what is older.
 */
@Configuration(proxyBeanMethods = false)
class LedgersKept {

    private record Kept(String key, Names data, Names basis, Names term, Period kept, ToLongFunction<LocalDate> older)
            implements RetentionRule {

        @Override
        public Treatment treatment() {
            return Treatment.KEEP;
        }

        @Override
        public long due(LocalDate before) {
            return older.applyAsLong(before);
        }

        @Override
        public Step apply(LocalDate before, int most, String run) {
            return Step.NOTHING;
        }
    }

    @Bean
    RetentionRule auditKept(LedgerQueries queries) {
        return new Kept(
                "access.audit",
                Names.of("审计日志", "Audit trail"),
                Names.of("《网络安全法》：日志留存不少于六个月", "Cybersecurity Law: logs at least six months"),
                Names.of("不少于 6 个月；链上记录不删除", "at least 6 months; lines of a chain are never removed"),
                Period.ofMonths(6),
                queries::audited);
    }

    @Bean
    RetentionRule disclosuresKept(LedgerQueries queries) {
        return new Kept(
                "privacy.disclosure",
                Names.of("个人信息调阅记录", "Disclosure ledger"),
                Names.of(
                        "《个人信息保护法》第五十六条、《网络数据安全管理条例》第十二条：处理情况记录至少保存三年",
                        "PIPL art. 56 and Network Data Regulations art. 12: records of processing at least three years"),
                Names.of("不少于 3 年；链上记录不删除", "at least 3 years; lines of a chain are never removed"),
                Period.ofYears(3),
                queries::disclosed);
    }
}
