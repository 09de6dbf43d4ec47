package org.linli.wearables.command;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders to a device. */
@RestController
@RequestMapping("/api/wearables/devices/{device}/commands")
class CommandController {

    private final Commands commands;

    CommandController(Commands commands) {
        this.commands = commands;
    }

    /** @param orderedBy name of who gave it */
    record CommandView(
            UUID id,
            CommandKind kind,
            Command.State state,
            Instant orderedAt,
            String orderedBy,
            Instant expiresAt,
            @Nullable Instant sentAt,
            @Nullable Instant endedAt) {}

    record CommandGivenView(UUID id) {}

    /** The latest, the newest first; what they say is not told again. */
    @GetMapping
    List<CommandView> listWearableCommands(Acting by, @PathVariable int device) {
        return commands.latest(by, device).stream().map(CommandController::view).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CommandGivenView giveWearableCommand(Acting by, @PathVariable int device, @Valid @RequestBody CommandForm form) {
        return new CommandGivenView(commands.give(by, device, form));
    }

    private static CommandView view(Command command) {
        return new CommandView(
                command.id(),
                command.kind(),
                command.state(),
                command.orderedAt(),
                command.orderedBy(),
                command.expiresAt(),
                command.sentAt().orElse(null),
                command.endedAt().orElse(null));
    }
}
