package org.linli;

import org.linli.access.DemoAccounts;
import org.springframework.context.ConfigurableApplicationContext;

/** What the terminal says when Linli is ready: where it is, and who may sign in to the demo. */
final class Welcome {

    private Welcome() {}

    static String text(ConfigurableApplicationContext context, int port) {
        var text = new StringBuilder("\n  Linli is ready.\n\n");
        text.append("  Staff console   http://127.0.0.1:%d/\n".formatted(port));
        text.append("  Call screen     http://127.0.0.1:%d/hall/\n".formatted(port));
        text.append("  Check a paper   http://127.0.0.1:%d/check/\n".formatted(port));
        text.append("  Progress        http://127.0.0.1:%d/progress/\n".formatted(port));
        var accounts = context.getBean(DemoAccounts.class).list();
        if (!accounts.isEmpty()) {
            text.append("\n  Sign in as:\n");
            accounts.forEach(account ->
                    text.append("    %-12s %-22s %s%n".formatted(account.login(), account.role(), account.password())));
        }
        text.append("\n  Ctrl-C stops it; nothing acknowledged is lost.\n");
        return text.toString();
    }
}
