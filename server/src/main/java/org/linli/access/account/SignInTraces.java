package org.linli.access.account;

import java.time.LocalDate;
import java.time.Period;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.stereotype.Component;

/** From where somebody signed in is forgotten after a year; that and when somebody did stays. */
@Component
class SignInTraces implements RetentionRule {

    private final SignInTraceRows rows;

    SignInTraces(SignInTraceRows rows) {
        this.rows = rows;
    }

    @Override
    public String key() {
        return "access.sign-in";
    }

    @Override
    public Names data() {
        return Names.of("工作人员登录的网络地址和浏览器", "Addresses and browsers of staff sign-ins");
    }

    @Override
    public Names basis() {
        return Names.of(
                "《网络安全法》：日志留存不少于六个月；《个人信息保护法》第十九条", "Cybersecurity Law: logs at least six months; PIPL art. 19");
    }

    @Override
    public Names term() {
        return Names.of("登录后 1 年", "1 year after the sign-in");
    }

    @Override
    public Period kept() {
        return Period.ofYears(1);
    }

    @Override
    public Treatment treatment() {
        return Treatment.EMPTY;
    }

    @Override
    public long due(LocalDate before) {
        return rows.due(before);
    }

    @Override
    public Step apply(LocalDate before, int most, String run) {
        return Step.emptied(rows.empty(before, most));
    }
}
