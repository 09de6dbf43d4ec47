package org.linli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTests {

    @Test
    void asksForASmallDemoInTheDataFolderByDefault() {
        var options = Options.parse();
        assertThat(options.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(options.port()).isEqualTo(Options.DEFAULT_PORT);
        assertThat(options.demo()).isEqualTo(Options.Demo.SMALL);
        assertThat(options.databaseUrl()).isEmpty();
        assertThat(options.command()).isEmpty();
    }

    @Test
    void takesValuesAfterASpaceOrAnEqualsSign() {
        var options = Options.parse("--data", "here", "--port=8123", "--demo", "full");
        assertThat(options.data()).isEqualTo(Path.of("here").toAbsolutePath());
        assertThat(options.port()).isEqualTo(8123);
        assertThat(options.demo()).isEqualTo(Options.Demo.FULL);
    }

    @Test
    void handsSettingsOn() {
        assertThat(Options.parse("--linli.roles=web").settings()).containsExactly("--linli.roles=web");
        assertThat(Options.parse("--linli.command=audit-verify").command()).contains("audit-verify");
    }

    @Test
    void completesADatabaseAddress() {
        assertThat(Options.parse("--database-url", "postgresql://db/linli").databaseUrl())
                .contains("jdbc:postgresql://db/linli");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port=0             | --port takes a number from 1 to 65535
            --port=many          | --port takes a number from 1 to 65535
            --demo=huge          | --demo takes none, small or full
            --database-url=mysql | --database-url takes a PostgreSQL address
            --data               | needs a value
            --verbose            | does not know the option --verbose
            run                  | does not know the option run
            """)
    void saysWhatIsWrongInOneSentence(String argument, String sentence) {
        assertThatThrownBy(() -> Options.parse(argument))
                .isInstanceOf(Options.Wrong.class)
                .hasMessageContaining(sentence);
    }
}
