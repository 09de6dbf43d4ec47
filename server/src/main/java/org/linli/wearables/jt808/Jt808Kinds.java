package org.linli.wearables.jt808;

/** Message ids of the standard, as far as they are used. */
final class Jt808Kinds {

    static final int TERMINAL_ANSWER = 0x0001;
    static final int HEARTBEAT = 0x0002;
    static final int LOG_OUT = 0x0003;
    static final int ASK_TIME = 0x0004;
    static final int REGISTER = 0x0100;
    static final int AUTHENTICATE = 0x0102;
    static final int POSITION = 0x0200;
    static final int POSITION_ASKED_FOR = 0x0201;
    static final int STORED_POSITIONS = 0x0704;

    static final int PLATFORM_ANSWER = 0x8001;
    static final int TIME = 0x8004;
    static final int REGISTERED = 0x8100;
    static final int SET_PARAMETERS = 0x8103;
    static final int SAY_POSITION = 0x8201;
    static final int TEXT = 0x8300;
    static final int CONTACTS = 0x8401;

    private Jt808Kinds() {}
}
