package org.linli.counter.catalogue;

import java.util.List;
import org.linli.shared.Names;

/**
 * Guide (办事指南): what a resident reads before coming, in the order people know it. Sentences stand in both languages.
 *
 * @param legalBasis titles of laws and rules; empty when none was confirmed for the item
 */
public record Guide(
        List<Names> conditions, List<Names> flow, List<Names> legalBasis, List<Question> questions, List<Names> notes) {

    /** One common question with its answer. */
    public record Question(Names question, Names answer) {}

    public Guide {
        conditions = List.copyOf(conditions);
        flow = List.copyOf(flow);
        legalBasis = List.copyOf(legalBasis);
        questions = List.copyOf(questions);
        notes = List.copyOf(notes);
    }
}
