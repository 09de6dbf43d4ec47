package org.linli.grid.event;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An action on an event: one of the procedure {@code grid-event}, or a built-in one of its case such as {@code join}.
 *
 * @param revision what the actor saw; without one the action only has to fit the state
 * @param input what the action needs, such as {@code decision}, {@code unit}, {@code posting}, {@code reason}
 * @param requestKey the same key again is answered with the first result
 */
public record ActOnEvent(
        UUID id,
        String action,
        String note,
        Map<String, Object> input,
        List<Photo> photos,
        Optional<Integer> revision,
        String requestKey) {

    public ActOnEvent {
        note = note.strip();
        input = Map.copyOf(input);
        photos = List.copyOf(photos);
    }

    public static ActOnEvent of(UUID id, String action, String requestKey) {
        return new ActOnEvent(id, action, "", Map.of(), List.of(), Optional.empty(), requestKey);
    }

    public ActOnEvent note(String words) {
        return new ActOnEvent(id, action, words, input, photos, revision, requestKey);
    }

    public ActOnEvent photos(List<Photo> taken) {
        return new ActOnEvent(id, action, note, input, taken, revision, requestKey);
    }

    public ActOnEvent seen(int of) {
        return new ActOnEvent(id, action, note, input, photos, Optional.of(of), requestKey);
    }

    public ActOnEvent with(String name, Object value) {
        var more = new HashMap<>(input);
        more.put(name, value);
        return new ActOnEvent(id, action, note, more, photos, revision, requestKey);
    }

    Optional<String> word(String name) {
        return Optional.ofNullable(input.get(name)).map(Object::toString).filter(text -> !text.isBlank());
    }
}
