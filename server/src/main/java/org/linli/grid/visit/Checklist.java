package org.linli.grid.visit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.linli.grid.GridReason;
import org.linli.grid.catalogue.Template;
import org.linli.grid.catalogue.Template.Question;
import org.linli.shared.Refusal;

/** Reads answers against the questions of a template. */
final class Checklist {

    private static final int LONGEST = 500;

    private final Template template;

    Checklist(Template template) {
        this.template = template;
    }

    /** The answers to the template's questions; refuses what is needed and missing, and what is no answer. */
    Map<String, String> read(Map<String, String> answers) {
        var read = new LinkedHashMap<String, String>();
        for (var question : template.questions()) {
            var answer =
                    written(question, answers.getOrDefault(question.code(), "").strip());
            if (!answer.isEmpty()) {
                read.put(question.code(), checked(question, answer));
            } else if (question.needed()) {
                throw Refusal.ofField("answers." + question.code(), GridReason.ANSWER_MISSING, question.names());
            }
        }
        answers.keySet().stream()
                .filter(code -> template.question(code).isEmpty())
                .findFirst()
                .ifPresent(code -> {
                    throw Refusal.ofField("answers." + code, GridReason.UNKNOWN_QUESTION, code);
                });
        return read;
    }

    /** Questions that were answered badly. */
    List<Question> findings(Map<String, String> answers) {
        return template.questions().stream()
                .filter(question -> question.bad() != null && question.bad().equals(answers.get(question.code())))
                .toList();
    }

    private static String written(Question question, String answer) {
        return question.answer() == Template.Answer.YES_NO ? answer.toUpperCase(Locale.ROOT) : answer;
    }

    private static String checked(Question question, String answer) {
        var fits = switch (question.answer()) {
            case YES_NO -> Set.of("YES", "NO").contains(answer);
            case CHOICE ->
                question.choices() != null
                        && question.choices().stream()
                                .anyMatch(choice -> choice.code().equals(answer));
            case NUMBER -> answer.matches("\\d{1,6}");
            case TEXT -> answer.length() <= LONGEST;
        };
        if (!fits) {
            throw Refusal.ofField("answers." + question.code(), GridReason.NO_ANSWER, question.names());
        }
        return answer;
    }
}
