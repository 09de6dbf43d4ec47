package org.linli.bench;

import java.util.List;
import java.util.Optional;

/** Numbers given as {@code --name=value} on the command line. */
record Settings(List<String> words) {

    static Settings of(List<String> words) {
        return new Settings(List.copyOf(words));
    }

    Optional<String> text(String name) {
        return words.stream()
                .filter(word -> word.startsWith("--" + name + "="))
                .map(word -> word.substring(name.length() + 3))
                .findFirst();
    }

    int number(String name, int otherwise) {
        return words.stream()
                .filter(word -> word.startsWith("--" + name + "="))
                .map(word -> Integer.parseInt(word.substring(name.length() + 3)))
                .findFirst()
                .orElse(otherwise);
    }
}
