package org.linli.grid.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.shared.Names;

/**
 * Template of a visit or inspection (走访检查模板).
 *
 * @param everyDays how often it is due again; empty when once
 */
public record Template(
        UUID id,
        String code,
        Kind kind,
        Target target,
        Names names,
        Optional<Integer> everyDays,
        List<Question> questions) {

    /** What it is for. */
    public enum Kind {
        /** 消防安全检查. */
        FIRE_SAFETY,
        /** 民意走访. */
        OPINION,
        /** 政策宣传. */
        POLICY,
        /** 文明创建. */
        CIVILITY,
        /** 矛盾纠纷排查. */
        SCREENING,
        /** 关爱走访. */
        SUPPORT
    }

    /** Whom or what it visits. */
    public enum Target {
        PERSON,
        HOUSEHOLD,
        DWELLING,
        PLACE,
        ORGANISATION,
        CELL
    }

    /** How a question is answered. */
    public enum Answer {
        YES_NO,
        CHOICE,
        NUMBER,
        TEXT
    }

    /**
     * One question of the checklist.
     *
     * @param choices of a CHOICE, by their code
     * @param bad the answer that is a finding
     * @param category of the event that a finding reports, or empty when it is only noted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Question(
            String code,
            Names names,
            Answer answer,
            boolean needed,
            @Nullable List<Choice> choices,
            @Nullable String bad,
            @Nullable String category) {}

    /** One answer of several. */
    public record Choice(String code, Names names) {}

    public Template {
        questions = List.copyOf(questions);
    }

    public Optional<Question> question(String question) {
        return questions.stream().filter(one -> one.code().equals(question)).findFirst();
    }
}
