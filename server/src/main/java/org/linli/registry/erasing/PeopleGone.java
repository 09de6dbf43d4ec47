package org.linli.registry.erasing;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.registry.Because;
import org.linli.registry.ChangeSource;
import org.linli.registry.Erasures;
import org.linli.registry.Restrictions;
import org.linli.registry.Restrictions.Ground;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Records of people who left the district or died are emptied when nobody needs them any longer. */
@Configuration(proxyBeanMethods = false)
class PeopleGone {

    private static final Names BASIS = Names.of(
            "《个人信息保护法》第十九条、第四十七条第一款第一项：目的已经实现；年限由本区确定，法律没有规定具体年数",
            "PIPL art. 19 and 47(1)(1): the purpose is achieved; the law names no number of years, this one is the"
                    + " district's own");

    private final ErasureRows rows;
    private final Erasures erasures;
    private final Restrictions restrictions;

    PeopleGone(ErasureRows rows, Erasures erasures, Restrictions restrictions) {
        this.rows = rows;
        this.erasures = erasures;
        this.restrictions = restrictions;
    }

    @Bean
    RetentionRule peopleWhoLeft() {
        return new Rule(
                "registry.left",
                "LEFT",
                Period.ofYears(5),
                Names.of("已离开本区人员的资料", "Records of people who left the district"),
                Names.of("离开满 5 年", "5 years after they left"));
    }

    @Bean
    RetentionRule peopleWhoDied() {
        return new Rule(
                "registry.deceased",
                "DECEASED",
                Period.ofYears(10),
                Names.of("已故人员的资料", "Records of the deceased"),
                Names.of("去世满 10 年", "10 years after they died"));
    }

    /** One standing and its years. */
    private final class Rule implements RetentionRule {

        private final String key;
        private final String standing;
        private final Period kept;
        private final Names data;
        private final Names term;

        Rule(String key, String standing, Period kept, Names data, Names term) {
            this.key = key;
            this.standing = standing;
            this.kept = kept;
            this.data = data;
            this.term = term;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public Names data() {
            return data;
        }

        @Override
        public Names basis() {
            return BASIS;
        }

        @Override
        public Names term() {
            return term;
        }

        @Override
        public Period kept() {
            return kept;
        }

        @Override
        public Treatment treatment() {
            return Treatment.EMPTY;
        }

        @Override
        public long due(LocalDate before) {
            return rows.countGone(standing, before);
        }

        /** Whoever still counts in a household or a dwelling is kept for storage only until somebody has looked. */
        @Override
        public Step apply(LocalDate before, int most, String run) {
            var step = Step.NOTHING;
            var house = Acting.system("retention");
            for (var person : rows.gone(standing, before, most)) {
                var because = new Because(ChangeSource.RETENTION, data.zh() + " " + term.zh(), Optional.of(run));
                if (rows.isStillCounted(person)) {
                    restrictions.restrict(house, person, Ground.KEPT_BY_LAW, because);
                    step = step.plus(new Step(1, 0, 1));
                } else {
                    erasures.empty(house, person, key, because);
                    step = step.plus(Step.emptied(1));
                }
            }
            return step;
        }
    }
}
