package org.linli.bench;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Ids;

/**
 * Sends recorded statements again, bare: no rules, no objects, only JDBC. What differed between two recordings of the
 * same work belongs to one case (identifiers, numbers, request keys) and is made anew at every turn; equal values stay
 * equal within a turn.
 */
final class Replay {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final AtomicLong TURN = new AtomicLong();

    private final List<Recording.Sent> sent;
    private final Set<Object> own;

    Replay(List<Recording.Sent> sent, List<Recording.Sent> again) {
        if (sent.size() != again.size()) {
            throw new IllegalStateException(
                    "two turns of the same work sent " + sent.size() + " and " + again.size() + " statements");
        }
        this.sent = sent;
        this.own = new HashSet<>();
        for (var i = 0; i < sent.size(); i++) {
            if (sent.get(i) instanceof Recording.Sent.Statement one
                    && again.get(i) instanceof Recording.Sent.Statement other) {
                differing(one, other);
            }
        }
    }

    /** How many statements one turn sends. */
    long statements() {
        return sent.stream().filter(Recording.Sent.Statement.class::isInstance).count();
    }

    /** Sends one turn. */
    void run(Connection connection) throws SQLException, ReflectiveOperationException {
        connection.setAutoCommit(false);
        var fresh = new HashMap<Object, Object>();
        for (var one : sent) {
            switch (one) {
                case Recording.Sent.Statement statement -> send(connection, statement, fresh);
                case Recording.Sent.Commit commit -> connection.commit();
            }
        }
        connection.commit();
    }

    private void send(Connection connection, Recording.Sent.Statement statement, Map<Object, Object> fresh)
            throws SQLException, ReflectiveOperationException {
        try (var prepared = connection.prepareStatement(statement.sql())) {
            for (var parameter : statement.parameters()) {
                var arguments = parameter.arguments().clone();
                arguments[1] = renewed(arguments[1], fresh);
                setter(parameter).invoke(prepared, arguments);
            }
            if (prepared.execute()) {
                try (var rows = prepared.getResultSet()) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
            }
        }
    }

    private static Method setter(Recording.Parameter parameter) throws NoSuchMethodException {
        return PreparedStatement.class.getMethod(parameter.setter(), parameter.types());
    }

    private void differing(Recording.Sent.Statement one, Recording.Sent.Statement other) {
        for (var i = 0; i < one.parameters().size(); i++) {
            var value = one.parameters().get(i).arguments()[1];
            var counterpart = other.parameters().get(i).arguments()[1];
            if (value instanceof UUID && !value.equals(counterpart)) {
                own.add(value);
            } else if (value instanceof String text && !text.equals(counterpart)) {
                var ids = ID.matcher(text);
                var found = false;
                while (ids.find()) {
                    own.add(UUID.fromString(ids.group()));
                    found = true;
                }
                if (!found) {
                    own.add(text);
                }
            }
        }
    }

    private @Nullable Object renewed(@Nullable Object value, Map<Object, Object> fresh) {
        return switch (value) {
            case UUID id when own.contains(id) -> fresh.computeIfAbsent(id, old -> Ids.next());
            case String text when own.contains(text) -> fresh.computeIfAbsent(text, old -> numbered((String) old));
            case String text -> withFreshIds(text, fresh);
            case null -> null;
            case Object other -> other;
        };
    }

    /** A text of the same length that counts up like a case number, out of the way of the real ones. */
    private static String numbered(String old) {
        var turn = Long.toString(TURN.incrementAndGet());
        return turn.length() >= old.length() ? turn : "9" + "0".repeat(old.length() - turn.length() - 1) + turn;
    }

    private String withFreshIds(String text, Map<Object, Object> fresh) {
        if (text.length() < 36) {
            return text;
        }
        return ID.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(String.valueOf(renewed(UUID.fromString(found.group()), fresh))));
    }

    static String outline(List<Recording.Sent> sent) {
        var text = new StringBuilder();
        for (var one : sent) {
            text.append(
                            one instanceof Recording.Sent.Statement statement
                                    ? statement.sql().replaceAll("\\s+", " ") + " "
                                            + Arrays.toString(statement.parameters().stream()
                                                    .map(parameter -> parameter.arguments()[1])
                                                    .toArray())
                                    : "commit")
                    .append('\n');
        }
        return text.toString();
    }
}
