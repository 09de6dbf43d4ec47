package org.linli.bench.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * One watch and whoever wears it: they rest, walk, go indoors where no fix is had, and where there is no signal. What was
 * kept meanwhile is said again as soon as there is one. What is said comes out as contents of frames; nothing is sent here.
 */
final class Watch {

    private static final Duration BETWEEN_LINKS = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 50;

    /** Who sits says less often where they are than who walks. */
    private static final int RESTING_STEPS = 4;

    private enum Doing {
        RESTING,
        WALKING,
        GOING_HOME,
        INDOORS,
        OUT_OF_REACH
    }

    /** Kilometres an hour. */
    private static final double SLOWEST = 2;

    private static final double FASTEST = 4.5;

    private final String number;
    private final Duration every;
    private final Random random;
    private final Walk walk;
    private final Vitals vitals;
    private final Battery battery;
    private final List<WatchText.Report> kept = new ArrayList<>();
    private Doing doing = Doing.RESTING;
    private int stepsLeft;
    private int stepsDone;
    private int paces;

    Watch(String number, Place home, Duration every, Random random) {
        this.number = number;
        this.every = every;
        this.random = random;
        this.walk = new Walk(home, random);
        this.vitals = new Vitals(random);
        this.battery = new Battery(random.nextDouble(30, 98));
    }

    String number() {
        return number;
    }

    boolean isReachable() {
        return doing != Doing.OUT_OF_REACH;
    }

    String link() {
        return WatchText.link(paces, battery.percent());
    }

    /** What it says after one step of its day; nothing while it is out of reach. */
    List<String> live(Instant now) {
        stepsDone++;
        if (stepsLeft-- <= 0) {
            next();
        }
        battery.pass(every, doing == Doing.RESTING);
        var report = report(now);
        if (!isReachable()) {
            keep(report);
            return List.of();
        }
        var said = new ArrayList<String>();
        kept.forEach(old -> said.add(WatchText.position("UD2", old, WatchText.NOTHING)));
        kept.clear();
        if (stepsDone % stepsIn(BETWEEN_LINKS) == 0) {
            said.add(link());
        }
        if (doing != Doing.RESTING || stepsDone % RESTING_STEPS == 0) {
            said.add(where("UD", report, battery.isLow() ? WatchText.LOW_BATTERY : WatchText.NOTHING));
        }
        if (random.nextInt(stepsIn(BETWEEN_LINKS)) == 0) {
            said.add(vitals.next(isWalking()));
        }
        return said;
    }

    String pressForHelp(Instant now) {
        return where("AL", report(now), WatchText.SOS);
    }

    String fall(Instant now) {
        return where("AL", report(now), WatchText.FALL);
    }

    private void keep(WatchText.Report report) {
        if (kept.size() < MOST_KEPT) {
            kept.add(report);
        }
    }

    private String where(String command, WatchText.Report report, String status) {
        return doing == Doing.INDOORS
                ? WatchText.nowhere(command, report, status)
                : WatchText.position(command, report, status);
    }

    private WatchText.Report report(Instant now) {
        var speed = isWalking() ? random.nextDouble(SLOWEST, FASTEST) : 0;
        if (isWalking()) {
            walk.goOn(speed / 3.6 * every.toMillis() / 1000);
            paces += (int) (every.toSeconds() * 3 / 2);
        }
        return new WatchText.Report(now, walk.fix(), speed, walk.course(), battery.percent(), paces);
    }

    private boolean isWalking() {
        return doing != Doing.RESTING && doing != Doing.INDOORS;
    }

    /** After a rest a walk, with an errand indoors or a street without signal on the way, and home at the end. */
    private void next() {
        doing = switch (doing) {
            case RESTING -> random.nextInt(4) == 0 ? Doing.INDOORS : Doing.WALKING;
            case WALKING -> {
                var chance = random.nextInt(10);
                yield chance < 2 ? Doing.OUT_OF_REACH : chance < 4 ? Doing.INDOORS : Doing.GOING_HOME;
            }
            case INDOORS -> walk.isHome() ? Doing.RESTING : Doing.GOING_HOME;
            case OUT_OF_REACH -> Doing.WALKING;
            case GOING_HOME -> walk.isHome() ? Doing.RESTING : Doing.GOING_HOME;
        };
        if (doing == Doing.GOING_HOME) {
            walk.headHome();
        } else {
            walk.setOut();
        }
        stepsLeft = stepsIn(Duration.ofSeconds(
                switch (doing) {
                    case RESTING -> random.nextInt(300, 1800);
                    case WALKING -> random.nextInt(300, 1200);
                    case GOING_HOME -> 1;
                    case INDOORS -> random.nextInt(120, 900);
                    case OUT_OF_REACH -> random.nextInt(60, 300);
                }));
    }

    private int stepsIn(Duration time) {
        return (int) Math.max(1, time.dividedBy(every));
    }

    /** What a watch measures of its wearer, one thing after the other. */
    private static final class Vitals {

        private final Random random;
        private int turn;

        Vitals(Random random) {
            this.random = random;
            this.turn = random.nextInt(3);
        }

        String next(boolean walking) {
            turn++;
            return switch (turn % 3) {
                case 0 ->
                    "bphrt,%d,%d,%d,,,,".formatted(about(122, 7), about(76, 4), walking ? about(88, 5) : about(72, 5));
                case 1 -> "oxygen,0,%d".formatted(Math.min(99, about(97, 0.7)));
                default -> String.format(Locale.ROOT, "btemp2,1,%.1f", random.nextGaussian(36.5, 0.15));
            };
        }

        private int about(int usual, double spread) {
            return (int) Math.round(random.nextGaussian(usual, spread));
        }
    }
}
