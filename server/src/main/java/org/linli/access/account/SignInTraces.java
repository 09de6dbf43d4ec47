package org.linli.access.account;

import java.time.Period;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From where somebody signed in is forgotten after a year; that and when somebody did stays. */
@Configuration(proxyBeanMethods = false)
class SignInTraces {

    @Bean
    RetentionRule oldSignInTraces(SignInTraceRows rows) {
        return new RetentionRule.OverRows(
                "access.sign-in",
                Names.of("工作人员登录的网络地址和浏览器", "Addresses and browsers of staff sign-ins"),
                Names.of(
                        "《网络安全法》：日志留存不少于六个月；《个人信息保护法》第十九条",
                        "Cybersecurity Law: logs at least six months; PIPL art. 19"),
                Names.of("登录后 1 年", "1 year after the sign-in"),
                Period.ofYears(1),
                RetentionRule.Treatment.EMPTY,
                rows::due,
                rows::empty);
    }
}
