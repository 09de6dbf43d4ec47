package org.linli.casework.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.testing.Actings.SHAOXIANLU_STATION;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.shared.DivisionCode;
import org.linli.testing.Actings;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

@LinliTest
class CaseFileReadersTests extends DeskTests {

    @Autowired
    CaseFileReaders readers;

    @Test
    void letsWhoeverMaySeeTheCaseReadAndAddFiles() {
        var opened = desk().open(Desks.clerk(), Desks.request("counter-agency", SHAOXIANLU_STATION));
        var files = "casework.case:" + opened.id().value();
        var station = Actings.clerk(CaseworkWords.READ);
        assertThat(readers.kind()).isEqualTo("casework.case");
        assertThat(readers.mayRead(station, files)).isTrue();
        assertThat(readers.mayAttach(station, files)).isTrue();
        assertThat(readers.mayRead(Desks.supervisor(), files)).isTrue();
    }

    @Test
    void keepsFilesFromWhoeverMayNot() {
        var opened = desk().open(Desks.clerk(), Desks.request("counter-agency", SHAOXIANLU_STATION));
        var files = "casework.case:" + opened.id().value();
        var elsewhere =
                Actings.with("clerk", Desks.WANQINGLU_STATION, DivisionCode.of("150203004"), CaseworkWords.READ);
        assertThat(readers.mayRead(elsewhere, files)).isFalse();
        assertThat(readers.mayAttach(elsewhere, files)).isFalse();
        assertThat(readers.mayRead(Actings.clerk(), files))
                .as("without the word")
                .isFalse();
    }

    @Test
    void knowsNoFilesOfCasesThatAreNot() {
        var station = Actings.clerk(CaseworkWords.READ);
        assertThat(readers.mayRead(station, "casework.case:" + UUID.randomUUID()))
                .isFalse();
        assertThat(readers.mayRead(station, "casework.case:no-uuid")).isFalse();
        assertThat(readers.mayRead(station, "casework.case")).isFalse();
    }
}
