package org.linli.counter.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.shared.Names;

/**
 * Template of one kind of paper, read from {@code catalogue/papers}.
 *
 * @param series the word its numbers carry, such as 证
 * @param gloss one line in English under the Chinese text
 */
record PaperTemplate(
        PaperKind kind,
        Optional<String> item,
        String series,
        Names title,
        SealKind seal,
        Map<String, Field> fields,
        List<Block> body,
        String gloss) {

    /** Which seal a paper carries. */
    enum SealKind {
        /** Seal for accepting applications (受理专用章). */
        ACCEPTANCE,
        /** The unit's official seal (公章). */
        OFFICIAL
    }

    /** A value the template asks for. */
    record Field(Names names, boolean optional) {}

    /** A line of a facts table: label in both languages and the value with its placeholders. */
    record Fact(String zh, String en, String value) {}

    /** A part of the body, in the order of the template. */
    sealed interface Block {

        /** Whom the paper speaks to. */
        record To(String text) implements Block {}

        record Heading(String text) implements Block {}

        /** A paragraph. */
        record Say(String text) implements Block {}

        /** A note in small type. */
        record Small(String text) implements Block {}

        record Facts(List<Fact> lines) implements Block {}

        /** The table of materials. */
        record Materials(Names title) implements Block {}

        /** A numbered line for each line of a field. */
        record Each(String field) implements Block {}

        /** Places for signatures. */
        record Sign(List<String> roles) implements Block {}
    }
}
