package org.linli.standin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.standin.MqttSession.Publication;

/** All clients of the broker by name. One thread works on them. */
final class MqttSessions {

    private final Map<String, MqttSession> sessions = new LinkedHashMap<>();

    /** Whose turn it is in each group that shares a subscription. */
    private final Map<String, Integer> turns = new HashMap<>();

    boolean isKnown(String client) {
        return sessions.containsKey(client);
    }

    Optional<MqttSession> find(String client) {
        return Optional.ofNullable(sessions.get(client));
    }

    /** Of two connections under one name the new one stays. */
    MqttSession open(String client, boolean anew) {
        find(client).flatMap(MqttSession::line).ifPresent(line -> line.close());
        if (anew) {
            sessions.remove(client);
        }
        return sessions.computeIfAbsent(client, name -> new MqttSession());
    }

    void forget(String client, MqttSession session) {
        sessions.remove(client, session);
    }

    /** Each client gets a message once; of a group that shares a subscription one gets it, who is there if any is. */
    void route(Publication publication) {
        var groups = new LinkedHashMap<String, Set<MqttSession>>();
        for (var session : sessions.values()) {
            session.fitting(publication.topic())
                    .ifPresent(filter -> filter.group()
                            .ifPresentOrElse(
                                    group -> groups.computeIfAbsent(group, name -> new HashSet<>())
                                            .add(session),
                                    () -> session.take(publication)));
        }
        groups.forEach((group, members) -> {
            var there = sessions.values().stream()
                    .filter(members::contains)
                    .filter(one -> one.line().isPresent())
                    .toList();
            var turn = turns.merge(group, 1, Integer::sum);
            if (there.isEmpty()) {
                members.iterator().next().take(publication);
            } else {
                there.get(turn % there.size()).take(publication);
            }
        });
    }
}
