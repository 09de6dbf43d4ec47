package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientCompilerTests {

    @TempDir
    Path folder;

    @Test
    void findsTheOptimisingCompilerAmongTheThreads() throws IOException {
        thread("11", "java");
        thread("12", "C2 CompilerThre");
        thread("13", "C1 CompilerThre");
        Files.createDirectory(folder.resolve("14")); // has just ended

        assertThat(PatientCompiler.compilerThreads(folder)).containsExactly("12");
    }

    @Test
    void findsNothingWhereTheKernelShowsNoThreads() {
        assertThat(PatientCompiler.compilerThreads(folder.resolve("nowhere"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CapEff:\t000001ffffffffff, true",
        "CapEff:\t0000000000800000, true",
        "CapEff:\t0000000000000000, false",
        "CapEff:\t00000000a00425fb, false",
        "CapEff:\tunreadable, false",
        "'', false"
    })
    void bringsTheCompilerBackOnlyWithTheRightToDoSo(String capabilities, boolean may) {
        assertThat(PatientCompiler.mayHurry(capabilities)).isEqualTo(may);
    }

    private void thread(String number, String name) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve(number)).resolve("comm"), name + "\n");
    }
}
