package org.linli.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Stand-in (替身) for the departments' systems behind the dedicated lines, for an SMS gateway, and for the MQTT broker of
 * sensors. Listens on the loopback address only.
 */
public final class StandIn implements AutoCloseable {

    private final HttpServer server;
    private final Answering answering;
    private final Optional<MqttBroker> broker;

    private StandIn(HttpServer server, Answering answering, Optional<MqttBroker> broker) {
        this.server = server;
        this.answering = answering;
        this.broker = broker;
    }

    /** What handles the requests under one path. */
    private interface Handler {
        void handle(Exchange exchange) throws IOException;
    }

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        try {
            var options = Options.of(arguments, Optional.ofNullable(System.getenv("LINLI_STANDIN_SECRET")));
            var standIn = start(options, InstantSource.system());
            Runtime.getRuntime().addShutdownHook(new Thread(standIn::close));
            System.out.println("Stand-in for the departments and the SMS gateway: http://127.0.0.1:" + standIn.port());
            standIn.broker.ifPresent(broker ->
                    System.out.println("Stand-in for the MQTT broker of sensors: mqtt://127.0.0.1:" + broker.port()));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + Options.USAGE);
            System.exit(2);
        } catch (IOException e) {
            System.err.println("The stand-in cannot listen: " + e.getMessage());
            System.exit(1);
        }
    }

    public static StandIn start(Options options, InstantSource clock) throws IOException {
        var broker = options.mqttPort().isPresent()
                ? Optional.of(MqttBroker.start(options.mqttPort().getAsInt()))
                : Optional.<MqttBroker>empty();
        var signature = new Signature(options.secret(), clock);
        var ledger = new Ledger();
        var answering = new Answering(options, signature, ledger, clock);
        var departments = new DepartmentDesk(ledger, signature, answering, clock);
        var sms = new SmsGateway(signature, clock);
        var control = new ControlDesk(ledger, departments, sms, answering);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        route(server, "/lines/", departments::handle);
        route(server, "/control/", control::handle);
        route(server, "/sms/messages", sms::handle);
        route(server, "/sms", exchange -> exchange.html(Pages.messages(sms)));
        route(server, "/", exchange -> exchange.html(Pages.departments(ledger, departments.isDown())));
        server.start();
        return new StandIn(server, answering, broker);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void route(HttpServer server, String path, Handler handler) {
        server.createContext(path, http -> answer(http, handler));
    }

    private static void answer(HttpExchange http, Handler handler) throws IOException {
        var exchange = new Exchange(http);
        try {
            handler.handle(exchange);
        } catch (RuntimeException e) {
            exchange.json(400, Map.of("error", "malformed"));
        }
    }

    @Override
    public void close() {
        answering.close();
        server.stop(0);
        broker.ifPresent(MqttBroker::close);
    }
}
