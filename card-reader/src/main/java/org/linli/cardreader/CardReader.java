package org.linli.cardreader;

import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Starts the local reader service. */
public final class CardReader {

    private static final String USAGE = """
            Usage: linli reader (--simulate | --serial PORT | --socket HOST:PORT) [--origin URL]... [--port N]

              --simulate          cards of people who do not exist, laid from the service's own page
              --serial PORT       a reader on a serial port, such as /dev/ttyUSB0 or COM3
              --socket HOST:PORT  a reader behind a serial server
              --origin URL        a page that may read cards, such as https://linli.example (may be given again)
              --port N            port on 127.0.0.1, 38088 unless given""";

    private static final int PORT = 38088;

    /** What the command line asks for. */
    record Options(boolean simulate, Optional<String> serial, Optional<String> socket, Set<String> origins, int port) {

        static Options of(List<String> words) {
            var options = new Options(false, Optional.empty(), Optional.empty(), Set.of(), PORT);
            for (var i = 0; i < words.size(); i++) {
                var word = words.get(i);
                if (word.equals("--simulate")) {
                    options = new Options(true, options.serial, options.socket, options.origins, options.port);
                    continue;
                }
                if (i + 1 >= words.size()) {
                    throw new IllegalArgumentException("not understood: " + word);
                }
                options = options.with(word, words.get(++i));
            }
            var readers = (options.simulate ? 1 : 0)
                    + options.serial.stream().count()
                    + options.socket.stream().count();
            if (readers != 1) {
                throw new IllegalArgumentException("name one of --simulate, --serial and --socket");
            }
            return options;
        }

        private Options with(String word, String value) {
            return switch (word) {
                case "--serial" -> new Options(simulate, Optional.of(value), socket, origins, port);
                case "--socket" -> new Options(simulate, serial, Optional.of(value), origins, port);
                case "--port" -> new Options(simulate, serial, socket, origins, number(value));
                case "--origin" -> {
                    var more = new LinkedHashSet<>(origins);
                    more.add(value.replaceAll("/+$", ""));
                    yield new Options(simulate, serial, socket, more, port);
                }
                default -> throw new IllegalArgumentException("not understood: " + word);
            };
        }

        private static int number(String value) {
            if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
                throw new IllegalArgumentException("not a port: " + value);
            }
            return Integer.parseInt(value);
        }
    }

    private CardReader() {}

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        try {
            start(Options.of(List.of(arguments)));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + USAGE);
            System.exit(2);
        } catch (BindException e) {
            System.err.println("The port is in use: is the reader service running already?");
            System.exit(1);
        } catch (IOException e) {
            System.err.println("The reader service cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    static LocalService start(Options options) throws IOException {
        var simulator = options.simulate() ? Optional.of(new SimulatedReader()) : Optional.<SimulatedReader>empty();
        var board = new ReadingBoard(Duration.ofMinutes(1));
        var service = new LocalService(options.port(), options.origins(), board, simulator);
        var line = simulator.<ReaderLoop.Line>map(reader -> reader).orElseGet(() -> line(options));
        Thread.ofPlatform().daemon().name("reader-loop").start(new ReaderLoop(line, board, Duration.ofMillis(250)));
        System.out.println("Card reader service on http://127.0.0.1:" + service.port() + "/");
        return service;
    }

    private static ReaderLoop.Line line(Options options) {
        if (options.serial().isPresent()) {
            return new SerialPort(options.serial().get());
        }
        var parts = options.socket().orElseThrow().split(":", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a host and port: " + parts[0]);
        }
        var port = Options.number(parts[1]);
        return () -> {
            var socket = new Socket(parts[0], port);
            return new SdtLine(socket.getInputStream(), socket.getOutputStream());
        };
    }
}
