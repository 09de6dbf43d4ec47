package org.linli.wearables;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the gateway that devices connect to.
 *
 * @param watchPort TCP port of the watch text protocol, usually 5093; 0 takes a free one, -1 listens nowhere
 * @param jt808Port the same of JT/T 808, usually 5015
 * @param address where it listens
 * @param mostConnections beyond which a new connection is closed at once
 * @param idle after how long without a word a connection is closed
 * @param burst how many messages one device may send at once, such as those it stored while it was out of reach
 * @param pace how many a second after that; beyond it, its connection is read more slowly
 * @param lanes how many batches are stored at once
 * @param batch how many messages share a transaction at most
 * @param linger how long a batch waits for more, unless somebody calls for help
 * @param queue how many messages wait in memory, over all lanes, before connections are read more slowly
 */
@ConfigurationProperties("linli.wearables")
public record WearablesSettings(
        @DefaultValue("-1") int watchPort,
        @DefaultValue("-1") int jt808Port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("20000") int mostConnections,
        @DefaultValue("10m") Duration idle,
        @DefaultValue("600") int burst,
        @DefaultValue("10") int pace,
        @DefaultValue("2") int lanes,
        @DefaultValue("4000") int batch,
        @DefaultValue("20ms") Duration linger,
        @DefaultValue("20000") int queue) {

    public WearablesSettings {
        requirePort("watch-port", watchPort);
        requirePort("jt808-port", jt808Port);
        if (burst < 1 || pace < 1) {
            throw new IllegalArgumentException("linli.wearables.burst and pace must let a device speak");
        }
        if (lanes < 1 || batch < 1 || queue < lanes * batch) {
            throw new IllegalArgumentException(
                    "linli.wearables.queue must hold a batch of at least one message a lane");
        }
    }

    private static void requirePort(String setting, int port) {
        if (port < -1 || port > 65_535) {
            throw new IllegalArgumentException("linli.wearables." + setting + " must be a port, 0 or -1");
        }
    }
}
