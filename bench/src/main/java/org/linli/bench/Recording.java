package org.linli.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Listens to the statements that the house sends, so that the very same ones can be sent bare. While it is not
 * recording, connections are handed out untouched and cost nothing.
 */
final class Recording extends DelegatingDataSource {

    /** One thing sent to the database, in its order. */
    sealed interface Sent {
        /** A statement with the calls that set its parameters. */
        record Statement(String sql, List<Parameter> parameters) implements Sent {}

        /** The end of a transaction. */
        record Commit() implements Sent {}
    }

    /** One call that set a parameter: the setter's name, its types and arguments, the first of which is the position. */
    record Parameter(String setter, Class<?>[] types, Object[] arguments) {}

    private volatile boolean on;
    private List<Sent> sent = new ArrayList<>();

    Recording(DataSource target) {
        super(target);
    }

    void start() {
        sent = new ArrayList<>();
        on = true;
    }

    List<Sent> stop() {
        on = false;
        return List.copyOf(sent);
    }

    @Override
    public Connection getConnection() throws java.sql.SQLException {
        var connection = super.getConnection();
        return on
                ? proxy(Connection.class, connection, (method, arguments, result) -> heard(method, arguments, result))
                : connection;
    }

    private Object heard(Method method, Object[] arguments, Object result) {
        if (result instanceof PreparedStatement statement) {
            return listening((String) arguments[0], statement);
        }
        if (method.getName().equals("commit")) {
            sent.add(new Sent.Commit());
        }
        return result;
    }

    private PreparedStatement listening(String sql, PreparedStatement statement) {
        Map<Object, Parameter> parameters = new LinkedHashMap<>();
        return proxy(PreparedStatement.class, statement, (method, arguments, result) -> {
            var name = method.getName();
            if (name.startsWith("set") && arguments.length >= 2 && arguments[0] instanceof Integer) {
                parameters.put(arguments[0], new Parameter(name, method.getParameterTypes(), arguments.clone()));
            } else if (name.startsWith("execute") && !name.equals("executeBatch") || name.equals("addBatch")) {
                sent.add(new Sent.Statement(sql, List.copyOf(parameters.values())));
            }
            return result;
        });
    }

    private interface Heard {
        Object after(Method method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, Heard heard) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            var arguments = given == null ? new Object[0] : given;
            try {
                return heard.after(method, arguments, method.invoke(target, given));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
