package org.linli.sync;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.linli.testing.LinliTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the whole house with a small synced collection of its own, {@link Things}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LinliTest
@TestPropertySource(properties = "linli.sync.min-app-schema=2")
@Import(Things.class)
@interface SyncTest {}
