package org.linli.notify;

import org.springframework.stereotype.Component;

/** The live page: a delivery is in the inbox as soon as it is due, and open pages are told by {@link LivePages}. */
@Component
class PageChannel implements Channel {

    @Override
    public Kind kind() {
        return Kind.PAGE;
    }

    @Override
    public Outcome deliver(Message message) {
        return new Outcome.Sent("inbox");
    }
}
