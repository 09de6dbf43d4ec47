package org.linli.registry.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.shared.Refusal;

class CursorTests {

    @Test
    void comesBackAsItWent() {
        var cursor = Cursor.of("150203001015", "友谊", "019");
        assertThat(Cursor.read(cursor.text(), 3)).contains(cursor);
        assertThat(Cursor.read(null, 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "YQ", "null", "友谊"})
    void refusesWhatTheHouseDidNotWrite(String text) {
        assertThatThrownBy(() -> Cursor.read(text, 2)).isInstanceOf(Refusal.class);
    }

    @Test
    void goesOnFromTheLastRowShown() {
        var page = Cursor.page(List.of("a", "b", "c"), 2, Cursor::of);
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).contains(Cursor.of("b").text());
        assertThat(Cursor.page(List.of("a"), 2, Cursor::of).next()).isEmpty();
    }
}
