package org.linli.shared;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Personal holdings (所持个人信息): what a module holds about people. A bean of every module that holds any answers what it
 * holds about one of them, since when, from where, on which legal basis and how long, and gives the values for a copy
 * (Personal Information Protection Law, PIPL, art. 17, 45, 48). It checks no right and notes nothing: the data-rights desk
 * does both.
 */
public interface PersonalHoldings {

    /**
     * Whose data (个人信息主体): the record of the base where there is one, and the documents that are the person's.
     *
     * @param person record of the registry
     */
    record Subject(Optional<UUID> person, Set<IdDocument> documents) {

        public Subject {
            documents = Set.copyOf(documents);
        }
    }

    /**
     * A kind of data, whoever it is about.
     *
     * @param basis the legal basis
     * @param kept how long
     * @param findable whether it can be told whose it is; what cannot is told of all the same
     */
    record Kind(String code, Names names, Names basis, Names kept, boolean findable) {}

    /**
     * What is held of one kind about somebody.
     *
     * @param sources where it came from
     */
    record Holding(String kind, long count, Instant since, Instant latest, List<Names> sources) {

        public Holding {
            sources = List.copyOf(sources);
        }
    }

    /** One value for a copy. */
    record Line(String kind, Names field, String value, Instant since) {}

    /** What the module calls itself to residents. */
    Names holder();

    List<Kind> kinds();

    /** What is held about somebody; kinds of which there is nothing are left out. */
    List<Holding> of(Subject subject);

    /** Every value, in the clear. */
    List<Line> copy(Subject subject);

    /** As what the ledgers name what is the person's, such as {@code errand:…}. */
    Set<String> namedInLedgers(Subject subject);
}
