package org.linli.standin;

import java.util.Optional;

/**
 * Which topics a subscription is for: {@code +} stands for one level, {@code #} at the end for all that follow.
 *
 * @param group those who share a subscription, each message going to one of them
 */
record MqttFilter(Optional<String> group, String levels) {

    private static final String SHARED = "$share/";

    static MqttFilter of(String said) {
        if (!said.startsWith(SHARED)) {
            return new MqttFilter(Optional.empty(), said);
        }
        var words = said.split("/", 3);
        return new MqttFilter(Optional.of(words[1]), words[2]);
    }

    boolean fits(String topic) {
        var wanted = levels.split("/", -1);
        var given = topic.split("/", -1);
        for (var n = 0; n < wanted.length; n++) {
            if (wanted[n].equals("#")) {
                return true;
            }
            if (n == given.length || !wanted[n].equals("+") && !wanted[n].equals(given[n])) {
                return false;
            }
        }
        return wanted.length == given.length;
    }
}
