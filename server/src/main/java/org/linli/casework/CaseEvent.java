package org.linli.casework;

import java.time.Instant;
import org.linli.shared.DomainEvent;

/** What happened to a case, published with the transaction that did it; listeners hear it after commit. */
public sealed interface CaseEvent extends DomainEvent {

    CaseId id();

    String procedure();

    CaseSubject subject();

    Instant at();

    /** A case was opened. */
    record CaseOpened(CaseId id, String number, String procedure, CaseSubject subject, Instant at)
            implements CaseEvent {}

    /** Somebody acted on a case; {@code from} and {@code to} are equal when its state did not move. */
    record CaseMoved(
            CaseId id,
            String procedure,
            CaseSubject subject,
            String action,
            String from,
            String to,
            int event,
            Instant at)
            implements CaseEvent {}

    /** A case reached an end. */
    record CaseEnded(CaseId id, String procedure, CaseSubject subject, String state, Instant at) implements CaseEvent {}

    /** A case was rated by the person it was for: 5 very satisfied to 1 very dissatisfied. */
    record CaseRated(CaseId id, String procedure, CaseSubject subject, int grade, Instant at) implements CaseEvent {}
}
