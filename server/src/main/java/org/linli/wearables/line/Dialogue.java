package org.linli.wearables.line;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One connection's side of a protocol: it remembers what is still missing of a frame, and nothing else that grows. */
public interface Dialogue {

    /** Reads on; however what is sent is cut, the same is heard. */
    List<Heard> take(byte[] bytes, Instant received);

    /** Frames that could be read so far. */
    long frames();

    /** Bytes since the last of them. */
    long sinceGood();

    /**
     * The frames that tell a device what to do; {@link Heard.Obeyed} follows when it answers. Empty when the protocol has no
     * words for it, or the device has not said who it is.
     */
    Optional<byte[]> tell(String device, UUID id, Order order);
}
