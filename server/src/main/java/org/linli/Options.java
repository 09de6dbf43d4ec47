package org.linli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the command line asks for. Anything of the form {@code --name=value} that is not listed here is handed to Spring
 * as a setting.
 *
 * @param data the folder of the embedded PostgreSQL and the keystore
 * @param command something to do once and then end, such as {@code audit-verify}; empty to serve
 * @param databaseUrl a PostgreSQL of the operator's own instead of the embedded one
 */
record Options(
        Path data, int port, Demo demo, Optional<String> databaseUrl, Optional<String> command, List<String> settings) {

    /** How much of the demo district a first start loads. */
    enum Demo {
        NONE,
        SMALL,
        FULL
    }

    /** The command line does not make sense; the message is one sentence for the terminal. */
    static final class Wrong extends RuntimeException {
        Wrong(String sentence) {
            super(sentence, null, false, false);
        }
    }

    static final int DEFAULT_PORT = 8090;

    static Options parse(String... arguments) {
        var data = Path.of("data");
        var port = DEFAULT_PORT;
        var demo = Demo.SMALL;
        var url = Optional.<String>empty();
        var command = Optional.<String>empty();
        var settings = new ArrayList<String>();
        for (var words = new ArrayList<>(List.of(arguments)); !words.isEmpty(); ) {
            var word = words.removeFirst();
            var cut = word.indexOf('=');
            var name = cut < 0 ? word : word.substring(0, cut);
            switch (name) {
                case "--data" -> data = Path.of(value(word, cut, words));
                case "--port" -> port = port(value(word, cut, words));
                case "--demo" -> demo = demo(value(word, cut, words));
                case "--database-url" -> url = Optional.of(url(value(word, cut, words)));
                case "--linli.command" -> command = Optional.of(value(word, cut, words));
                case String setting when setting.startsWith("--") && cut > 0 -> settings.add(word);
                case String unknown ->
                    throw new Wrong("Linli does not know the option " + unknown
                            + "; it knows --data DIR, --port N, --demo none|small|full, --database-url URL and"
                            + " settings written --name=value. 不认识的选项：" + unknown + "。");
            }
        }
        return new Options(data.toAbsolutePath().normalize(), port, demo, url, command, List.copyOf(settings));
    }

    private static String value(String word, int cut, List<String> rest) {
        if (cut >= 0) {
            return word.substring(cut + 1);
        }
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
            throw new Wrong("The option " + word + " needs a value. 选项 " + word + " 需要一个值。");
        }
        return rest.removeFirst();
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // answered below, with the range
        }
        throw new Wrong("--port takes a number from 1 to 65535, not \"" + text + "\". --port 应为 1 到 65535 的数字。");
    }

    private static Demo demo(String text) {
        try {
            return Demo.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Wrong("--demo takes none, small or full, not \"" + text + "\". --demo 可为 none、small 或 full。");
        }
    }

    private static String url(String text) {
        if (!text.startsWith("jdbc:postgresql://") && !text.startsWith("postgresql://")) {
            throw new Wrong("--database-url takes a PostgreSQL address such as"
                    + " jdbc:postgresql://host:5432/linli?user=linli, not \"" + text + "\"."
                    + " --database-url 应为 PostgreSQL 的地址。");
        }
        return text.startsWith("jdbc:") ? text : "jdbc:" + text;
    }
}
