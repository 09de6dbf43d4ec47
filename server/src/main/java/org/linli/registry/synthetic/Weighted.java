package org.linli.registry.synthetic;

import java.util.Arrays;
import java.util.List;

/** Choices that come up as often as their weight says. */
final class Weighted<T> {

    record Choice<T>(T value, double weight) {}

    private final List<Choice<T>> choices;
    private final double[] upTo;

    private Weighted(List<Choice<T>> choices) {
        this.choices = choices;
        this.upTo = new double[choices.size()];
        var sum = 0.0;
        for (var i = 0; i < upTo.length; i++) {
            sum += choices.get(i).weight();
            upTo[i] = sum;
        }
    }

    @SafeVarargs
    static <T> Weighted<T> of(Choice<T>... choices) {
        return new Weighted<>(List.of(choices));
    }

    /** From words such as {@code 王:72 李:71}. */
    static Weighted<String> words(String text) {
        return new Weighted<>(Arrays.stream(text.strip().split("\\s+"))
                .map(word -> word.split(":"))
                .map(word -> new Choice<>(word[0], Double.parseDouble(word[1])))
                .toList());
    }

    static <T> Choice<T> choice(T value, double weight) {
        return new Choice<>(value, weight);
    }

    T draw(Dice dice) {
        var at = Arrays.binarySearch(upTo, dice.real() * upTo[upTo.length - 1]);
        return choices.get(Math.min(at < 0 ? -at - 1 : at + 1, upTo.length - 1)).value();
    }
}
