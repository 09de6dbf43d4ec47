package org.linli.sync.push;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.sync.contributions.Change;
import org.linli.sync.desk.Exceptions;
import org.linli.sync.photo.StoredPhotos;
import org.linli.sync.push.ApplyingMutations.Task;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** What follows from a result, in the transaction that stores it: expected photos, and what the exceptions desk keeps. */
@Component
class AfterResult {

    private final Exceptions exceptions;
    private final StoredPhotos photos;

    AfterResult(Exceptions exceptions, StoredPhotos photos) {
        this.exceptions = exceptions;
        this.photos = photos;
    }

    /** The change as modules are told; of one that cannot be read, only its identity. */
    Change change(Mutation mutation, UUID device, Instant occurred) {
        if (mutation.form().isPresent()) {
            return mutation.change(device, occurred);
        }
        return new Change(
                mutation.id(),
                mutation.entity(),
                "",
                Optional.of(device),
                Map.of(),
                Map.of(),
                "",
                Map.of(),
                List.of(),
                occurred,
                Optional.empty());
    }

    /** Photos of a refused change are expected all the same: the phone sends them before it shows the refusal. */
    void note(Task task, Result result, Optional<RuntimeException> failure) {
        var kind = kind(result, failure);
        kind.ifPresent(one -> exceptions.open(
                task.by(),
                new Exceptions.Entry(
                        task.mutation().id(),
                        one,
                        ApplyingMutations.areaOf(task.change().scope(), task.by()),
                        task.mutation().raw().toString(),
                        failure.map(AfterResult::place))));
        photos.expect(task.by(), task.mutation().type(), task.change());
    }

    private static Optional<Exceptions.Kind> kind(Result result, Optional<RuntimeException> failure) {
        return switch (result.outcome()) {
            case refused -> Optional.of(failure.isPresent() ? Exceptions.Kind.INTERNAL : Exceptions.Kind.REFUSED);
            case out_of_scope_recorded -> Optional.of(Exceptions.Kind.RECORDED);
            case applied, merged, review, duplicate_person -> Optional.empty();
        };
    }

    /** Its text may hold values, so only what it is and where it comes from. */
    private static String place(RuntimeException failure) {
        var root = NestedExceptionUtils.getMostSpecificCause(failure);
        var frames = List.of(root.getStackTrace()).stream()
                .filter(frame -> frame.getClassName().startsWith("org.linli"))
                .limit(3)
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .toList();
        return root.getClass().getName() + " " + String.join(", ", frames);
    }
}
