package org.linli.counter.errand;

import java.util.List;
import org.linli.access.PermissionWords;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What postings may be allowed to do with errands, lines and mandates. */
@Component
class CounterErrandWords implements PermissionWords {

    @Override
    public List<Word> words() {
        return List.of(
                new Word(Accepting.ACCEPT, Names.of("收件受理", "Take errands in")),
                new Word(Errands.READ, Names.of("查看办件", "Read errands")),
                new Word(Errands.HANDLE, Names.of("办理窗口办件", "Handle errands")),
                new Word(Errands.DISCLOSE, Names.of("查看申请人完整信息", "See applicants' full data")),
                new Word(HandingOver.MAKE, Names.of("移交办件", "Hand errands over to the station")),
                new Word(HandingOver.TAKE, Names.of("接收代办点移交", "Receive errands from agency points")),
                new Word("counter.line.read", Names.of("查看部门专线", "See the department lines")),
                new Word("counter.line.handle", Names.of("处理部门专线", "Handle the department lines")),
                new Word("counter.mandate.read", Names.of("查看代办委托", "See mandates")),
                new Word("counter.mandate.make", Names.of("办理代办委托", "Make and revoke mandates")));
    }
}
