package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private void thread(String number, String name) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve(number)).resolve("comm"), name + "\n");
    }
}
