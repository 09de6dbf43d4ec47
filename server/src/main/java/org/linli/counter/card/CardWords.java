package org.linli.counter.card;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What may be done with cards. */
@Component
class CardWords implements PermissionWords {

    static final String READ = "counter.card.read";

    @Override
    public List<Word> words() {
        return List.of(new Word(READ, Names.of("读取证件", "Read identity cards")));
    }
}
