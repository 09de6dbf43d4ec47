package org.linli.wearables.line;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether somebody registered a device; one indexed read each, on a thread that lines do not wait for. */
@Component
class RegisteredQueries implements DisposableBean {

    private static final int MOST_WAITING = 20_000;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final ThreadPoolExecutor desk;

    RegisteredQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.desk = new ThreadPoolExecutor(
                1,
                1,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("wearables-knocks").daemon().factory());
        desk.allowCoreThreadTimeOut(true);
    }

    /** @throws java.util.concurrent.RejectedExecutionException when too many ask */
    CompletableFuture<Boolean> knows(String number) {
        return CompletableFuture.supplyAsync(() -> find(number), desk);
    }

    private boolean find(String number) {
        return jdbc.sql("select exists (select from wearables.device where number = :number and retired_at is null)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void destroy() {
        desk.shutdownNow();
    }
}
