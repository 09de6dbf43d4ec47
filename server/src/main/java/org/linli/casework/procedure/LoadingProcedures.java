package org.linli.casework.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.linli.casework.procedure.ProcedureFault.Kind;
import org.linli.shared.StartRefusal;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Publishes the files that come with the program, once all beans are made. A fault in one of them, or a published version
 * whose file was changed, ends the start with every fault named.
 */
@Component
class LoadingProcedures implements SmartInitializingSingleton {

    private static final String FILES = "classpath*:catalogue/procedures/*.yaml";

    private final PublishedProcedures published;
    private final ProcedureRows rows;
    private final KnownWords words;
    private final MessageSource messages;
    private final Clock clock;

    LoadingProcedures(
            PublishedProcedures published, ProcedureRows rows, KnownWords words, MessageSource messages, Clock clock) {
        this.published = published;
        this.rows = rows;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /** A file, its text and what was read from it. */
    record Loaded(String name, String source, ProcedureFile file) {}

    @Override
    public void afterSingletonsInstantiated() {
        var loaded = load();
        var faults = faults(loaded);
        if (!faults.isEmpty()) {
            throw new StartRefusal(report(faults));
        }
        for (var one : loaded) {
            var procedure = one.file().procedure().orElseThrow();
            rows.add(
                    new ProcedureRows.Row(
                            procedure.key(),
                            procedure.version(),
                            one.file().digest(),
                            one.source(),
                            one.name(),
                            clock.instant(),
                            "linli"),
                    null);
        }
        published.reload();
    }

    private List<ProcedureFault> faults(List<Loaded> loaded) {
        var faults = new ArrayList<ProcedureFault>();
        var keys = loaded.stream()
                .flatMap(one -> one.file().procedure().stream())
                .map(Procedure::key)
                .collect(Collectors.toSet());
        for (var one : loaded) {
            faults.addAll(one.file().faults());
            one.file().procedure().ifPresent(procedure -> {
                if (!one.name().equals(procedure.key() + ".yaml")) {
                    faults.add(new ProcedureFault(one.name(), 1, Kind.WRONG_FILE_NAME, List.of(procedure.key())));
                }
                procedure
                        .rating()
                        .rectification()
                        .filter(key -> !keys.contains(key))
                        .ifPresent(key ->
                                faults.add(new ProcedureFault(one.name(), 1, Kind.UNKNOWN_PROCEDURE, List.of(key))));
                rows.digest(procedure.key(), procedure.version())
                        .filter(digest -> !digest.equals(one.file().digest()))
                        .ifPresent(digest -> faults.add(new ProcedureFault(
                                one.name(),
                                1,
                                Kind.PUBLISHED_DIFFERENTLY,
                                List.of(procedure.key(), procedure.version()))));
            });
        }
        return faults;
    }

    private String report(List<ProcedureFault> faults) {
        return faults.stream()
                .map(fault -> "  " + fault.place() + "  " + fault.text(messages, Locale.SIMPLIFIED_CHINESE) + " / "
                        + fault.text(messages, Locale.ENGLISH))
                .collect(Collectors.joining(
                        "\n", messages.getMessage("procedure.start-refused", null, Locale.ENGLISH) + "\n", ""));
    }

    private List<Loaded> load() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .sorted(Comparator.comparing(file -> Objects.toString(file.getFilename())))
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Loaded read(Resource resource) {
        try {
            var name = Objects.toString(resource.getFilename());
            var source = resource.getContentAsString(StandardCharsets.UTF_8);
            return new Loaded(name, source, ProcedureFile.read(name, source, words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
