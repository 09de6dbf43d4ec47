package org.linli.bench;

import java.util.List;

/**
 * Runs one bench by name: {@code casework}, {@code counter}, {@code registry}, {@code start}, {@code sync} or
 * {@code wearables}; or a simulator: {@code watch}, {@code sensor}, {@code ring}.
 */
public final class Bench {

    private Bench() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        var words = List.of(arguments);
        var json = words.contains("--json");
        var settings = Settings.of(words);
        try {
            if (simulates(words, settings)) {
                System.exit(0);
            }
        } catch (IllegalArgumentException wrong) {
            System.err.println("linli: " + wrong.getMessage());
            System.exit(2);
        }
        var report = switch (words.isEmpty() ? "" : words.getFirst()) {
            case "casework" -> CaseworkBench.run(settings);
            case "counter" -> CounterBench.run(settings);
            case "registry" -> RegistryBench.run(settings);
            case "start" -> StartBench.run(settings);
            case "sync" -> SyncBench.run(settings);
            case "wearables" -> WearablesBench.run(settings);
            case String other -> {
                System.err.println("linli bench: name one of casework, counter, registry, start, sync, wearables"
                        + (other.isEmpty() ? "" : "; not \"" + other + "\"") + ".");
                System.exit(2);
                throw new IllegalStateException();
            }
        };
        System.out.println(json ? report.json() : report.table());
        System.exit(0);
    }

    private static boolean simulates(List<String> words, Settings settings) throws Exception {
        if (words.contains("watch")) {
            WatchSimulator.run(settings);
        } else if (words.contains("sensor")) {
            SensorSimulator.run(settings);
        } else if (words.contains("ring")) {
            RingSimulator.run(settings);
        } else {
            return false;
        }
        return true;
    }
}
