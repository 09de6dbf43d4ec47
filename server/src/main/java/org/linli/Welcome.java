package org.linli;

import org.linli.access.DemoAccounts;
import org.springframework.context.ApplicationContext;

/** What the terminal says when Linli is ready: where it is, and who may sign in to the demo. */
final class Welcome {

    private Welcome() {}

    static String text(ApplicationContext context, int port) {
        var text = new StringBuilder("\n  Linli is ready. 邻里已就绪。\n\n");
        text.append("  Staff console 工作台   http://127.0.0.1:%d/\n".formatted(port));
        text.append("  Call screen 叫号屏     http://127.0.0.1:%d/hall/\n".formatted(port));
        text.append("  Check a paper 验文书   http://127.0.0.1:%d/check/\n".formatted(port));
        text.append("  Progress 查进度        http://127.0.0.1:%d/progress/\n".formatted(port));
        text.append("  Field app 外勤应用     http://127.0.0.1:%d/field/\n".formatted(port));
        var accounts = context.getBean(DemoAccounts.class).list();
        if (!accounts.isEmpty()) {
            text.append("\n  Accounts 账号\n");
            accounts.forEach(account -> text.append("    %-12s %s  %s  %s\n"
                    .formatted(account.login(), account.password(), account.role(), account.name())));
        }
        return text.append("\n  Ctrl-C stops it; nothing acknowledged is lost.\n")
                .toString();
    }
}
