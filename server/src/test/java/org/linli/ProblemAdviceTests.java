package org.linli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a user is told when two were in each other's way in the database, by the state that PostgreSQL gives. */
class ProblemAdviceTests {

    private final MockMvcTester mvc = MockMvcTester.of(
            List.of(new Failing()),
            builder -> builder.setControllerAdvice(new ProblemAdvice(new LinliConfiguration().messageSource()))
                    .build());

    @ParameterizedTest
    @CsvSource({"23505, CONFLICT, 刚才", "40P01, CONFLICT, 刚才", "40001, CONFLICT, 刚才", "22012, INTERNAL_SERVER_ERROR, ''"
    })
    void saysThatSomebodyElseWasThereFirst(String state, HttpStatus status, String beginning) {
        assertThat(mvc.get().uri("/failing/{state}", state).locale(Locale.CHINA))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.title")
                .asString()
                .startsWith(beginning)
                .doesNotContain(state);
    }

    @RestController
    static class Failing {

        @GetMapping("/failing/{state}")
        void fail(@PathVariable String state) {
            throw new SQLStateSQLExceptionTranslator()
                    .translate("writing", "update", new SQLException("state " + state, state));
        }
    }
}
