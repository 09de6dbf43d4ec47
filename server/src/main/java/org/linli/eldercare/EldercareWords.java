package org.linli.eldercare;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What may be allowed with elder care. */
@Component
public class EldercareWords implements PermissionWords {

    /** Sees that calls ring, and how the desk does. */
    public static final String READ_CALLS = "eldercare.call.read";

    /** Takes calls, learns who is calling, notes what came of it. */
    public static final String ANSWER_CALLS = "eldercare.call.answer";

    /** Takes a call from another operator at any time. */
    public static final String TAKE_CALLS = "eldercare.call.take";

    /** Lets telephone systems report calls, and ends it. */
    public static final String KEEP_TRUNKS = "eldercare.trunk.keep";

    /** Sees elder files. */
    public static final String READ_ELDERS = "eldercare.elder.read";

    /** Keeps elder files and their contacts. */
    public static final String KEEP_ELDERS = "eldercare.elder.keep";

    @Override
    public List<Word> words() {
        return List.of(
                new Word(READ_CALLS, Names.of("查看 12349 来电和统计", "See calls to 12349 and their figures")),
                new Word(ANSWER_CALLS, Names.of("接听和处置 12349 来电", "Take and handle calls to 12349")),
                new Word(TAKE_CALLS, Names.of("接管他人的来电", "Take calls from others")),
                new Word(READ_ELDERS, Names.of("查看老人服务档案", "See elder files")),
                new Word(KEEP_ELDERS, Names.of("维护老人服务档案和联系人", "Keep elder files and contacts")),
                new Word(KEEP_TRUNKS, Names.of("管理话务线路接入", "Connect telephone systems")));
    }
}
