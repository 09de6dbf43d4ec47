package org.linli.sync;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What may be allowed around phones and what they send. */
@Component
public class SyncWords implements PermissionWords {

    public static final String USE = "sync.phone.use";
    public static final String READ_CONFLICTS = "sync.conflict.read";
    public static final String DECIDE = "sync.conflict.decide";
    public static final String READ_EXCEPTIONS = "sync.exception.read";
    public static final String SETTLE = "sync.exception.settle";
    public static final String READ_DEVICES = "sync.device.read";
    public static final String REVOKE = "sync.device.revoke";

    @Override
    public List<Word> words() {
        return List.of(
                new Word(USE, Names.of("在手机上离线办公", "Work offline on a phone")),
                new Word(READ_CONFLICTS, Names.of("查看待核对的冲突", "See conflicts that wait for a decision")),
                new Word(DECIDE, Names.of("核定冲突", "Decide conflicts")),
                new Word(READ_EXCEPTIONS, Names.of("查看异常上报", "See exceptions from phones")),
                new Word(SETTLE, Names.of("办结异常上报", "Settle exceptions from phones")),
                new Word(READ_DEVICES, Names.of("查看手机", "See phones")),
                new Word(REVOKE, Names.of("停用和清除手机", "Revoke and wipe phones")));
    }
}
