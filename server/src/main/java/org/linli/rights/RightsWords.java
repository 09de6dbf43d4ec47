package org.linli.rights;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What may be allowed at the data-rights desk. */
@Component
public class RightsWords implements PermissionWords {

    /** Receives requests, reads them, hands over what was granted. */
    public static final String USE = "rights.desk.use";

    /** Sees what is held about somebody and who read it; lifts restrictions. */
    public static final String LOOK = "rights.desk.look";

    public static final String READ_RETENTION = "rights.retention.read";

    public static final String RUN_RETENTION = "rights.retention.run";

    @Override
    public List<Word> words() {
        return List.of(
                new Word(USE, Names.of("接收和办理个人信息权利申请", "Receive and handle requests about personal data")),
                new Word(LOOK, Names.of("查看持有情况和调阅记录", "See what is held about somebody and who read it")),
                new Word(READ_RETENTION, Names.of("查看保存期限报告", "Read the retention report")),
                new Word(RUN_RETENTION, Names.of("演练、启用和执行保存期限规则", "Rehearse, switch and run retention rules")));
    }
}
