package org.linli.privacy;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What may be allowed around personal data. */
@Component
class PrivacyWords implements PermissionWords {

    @Override
    public List<Word> words() {
        return List.of(new Word("privacy.disclosure.read", Names.of("查看调阅记录", "Read the disclosure ledger")));
    }
}
