package org.linli.sync.log;

import org.linli.shared.Command;
import org.springframework.stereotype.Component;

/**
 * {@code --linli.command=sync-epoch}: begins a new epoch. For whoever put back a copy of the data folder, which looks to
 * the database as if it had only been stopped.
 */
@Component
class EpochCommand implements Command {

    private final Epochs epochs;

    EpochCommand(Epochs epochs) {
        this.epochs = epochs;
    }

    @Override
    public String name() {
        return "sync-epoch";
    }

    @Override
    @SuppressWarnings("SystemOut")
    public int run() {
        epochs.begin();
        System.out.println("A new epoch has begun: phones read everything anew at their next contact."
                + " 新的数据世代已开始，手机下次联网时将重新加载。");
        return 0;
    }
}
