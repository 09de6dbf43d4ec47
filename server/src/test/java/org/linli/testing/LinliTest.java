package org.linli.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * A test against the whole house on a real database. All tests with this annotation and nothing else share one context;
 * the clock is a {@link SettableClock}, and jobs run only when a test runs them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "db-scheduler.enabled=false",
            "springdoc.api-docs.enabled=true",
            "linli.wearables.watch-port=0",
            "linli.wearables.jt808-port=0"
        })
@AutoConfigureMockMvc
@Import({TestDatabase.class, TestClock.class, TestDepartments.class})
public @interface LinliTest {}
