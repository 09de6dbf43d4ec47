package org.linli;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.linli.postgres.PostgresFailure;
import org.linli.shared.StartRefusal;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Linli cannot start; the message is one sentence for the terminal, in English and in Chinese. */
final class StartFailure extends RuntimeException {

    StartFailure(String sentence) {
        super(sentence, null, false, false);
    }

    /** The most telling sentence in a chain of causes. */
    static String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var told = told(cause);
            if (told.isPresent()) {
                return told.get();
            }
        }
        return "Linli could not start: " + text(root(failure)) + " 启动失败，原因见上。";
    }

    private static Optional<String> told(Throwable cause) {
        return switch (cause) {
            case StartFailure sentence -> Optional.of(text(sentence));
            case Options.Wrong sentence -> Optional.of(text(sentence));
            case PostgresFailure sentence -> Optional.of(text(sentence));
            case StartRefusal sentence -> Optional.of(text(sentence));
            case SQLException e -> database(e);
            case FlywayValidateException e ->
                Optional.of("The database was made by another version of Linli; start that one, or name another folder"
                        + " or database. Nothing was changed. 数据库由另一版本的邻里建立，请用该版本启动，或另指定数据目录、数据库；数据未作改动。");
            case BindException e -> Optional.of(setting(e));
            case PortInUseException e -> Optional.of(portInUse(e.getPort()));
            case Throwable other -> Optional.empty();
        };
    }

    static String portInUse(int port) {
        return "Port " + port + " is already in use on this machine; stop the program that uses it, or name another"
                + " with --port. 端口 " + port + " 已被占用，请停掉占用它的程序，或用 --port 另指定一个。";
    }

    private static Optional<String> database(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08" ->
                Optional.of("The database does not answer; start it, or correct --database-url. (" + text(failure)
                        + ") 数据库没有应答，请启动数据库，或更正 --database-url。");
            case "28" ->
                Optional.of("The database refuses the user or the password; correct --database-url. (" + text(failure)
                        + ") 数据库拒绝了该用户或密码，请更正 --database-url。");
            case "3D" ->
                Optional.of("There is no such database; create it, or correct --database-url. (" + text(failure)
                        + ") 没有这个数据库，请先建库，或更正 --database-url。");
            default -> Optional.empty();
        };
    }

    /** Which setting it is and what it was given; why it does not fit is in the root of the failure. */
    private static String setting(BindException failure) {
        var property = failure.getProperty();
        var name = property == null
                ? failure.getName().toString()
                : property.getName().toString();
        var value = property == null ? "" : " to \"" + property.getValue() + "\"";
        return "The setting " + name + " cannot be set" + value + ": " + text(root(failure)) + ". 设置 " + name
                + " 的值不对，请改正后再启动。";
    }

    private static String text(Throwable failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.strip();
    }

    private static Throwable root(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }
}
