package org.linli.wearables.zone;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.privacy.DisclosureLedger;
import org.linli.shared.Point;
import org.linli.shared.Refusal;
import org.linli.wearables.ConsentKind;
import org.linli.wearables.WearablesReason;
import org.linli.wearables.WearablesWords;
import org.linli.wearables.device.WornDevices;
import org.linli.wearables.zone.ZoneShape.Circle;
import org.linli.wearables.zone.ZoneShape.Polygon;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Safe zones of whoever wears a device. */
@RestController
@RequestMapping("/api/wearables/devices/{id}/zones")
class ZoneController {

    private final Zones zones;
    private final ZoneRows rows;
    private final WornDevices devices;
    private final DisclosureLedger ledger;

    ZoneController(Zones zones, ZoneRows rows, WornDevices devices, DisclosureLedger ledger) {
        this.zones = zones;
        this.rows = rows;
        this.devices = devices;
        this.ledger = ledger;
    }

    /** A place on the map, WGS-84 in degrees. */
    record ZoneCorner(
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double lon,
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat) {

        static ZoneCorner of(Point point) {
            return new ZoneCorner(point.lon(), point.lat());
        }

        Point point() {
            return new Point(lon, lat);
        }
    }

    /**
     * When a zone is watched, in the district's time.
     *
     * @param days 1 Monday, 2 Tuesday, 4 Wednesday … 64 Sunday, added up
     * @param to on the next day unless it is later than {@code from}
     */
    record ZoneHours(
            @Min(1) @Max(Schedule.EVERY_DAY) int days,
            @NotNull LocalTime from,
            @NotNull LocalTime to) {}

    /**
     * What is drawn: a circle by its centre and radius, or else a polygon by its corners.
     *
     * @param radius in metres
     * @param corners each once, in turn
     * @param leaving whether leaving it raises an alarm; {@code entering} likewise
     * @param hours always, where there are none
     */
    record ZoneForm(
            @NotBlank @Size(max = 40) String name,
            @Nullable @Valid ZoneCorner centre,
            @Nullable Double radius,
            @Nullable @Size(max = 1000) List<@Valid ZoneCorner> corners,
            boolean leaving,
            boolean entering,
            @Nullable @Valid ZoneHours hours) {}

    /**
     * A zone as it was drawn, and on which side its wearer is taken to be.
     *
     * @param corners empty for a circle
     * @param inside null before the first fix
     * @param since by the device's clock
     */
    record ZoneView(
            int id,
            String name,
            @Nullable ZoneCorner centre,
            @Nullable Double radius,
            List<ZoneCorner> corners,
            boolean leaving,
            boolean entering,
            @Nullable ZoneHours hours,
            @Nullable Boolean inside,
            @Nullable Instant since) {}

    /**
     * All zones of a device.
     *
     * @param area the division in which its wearer counts
     * @param consented whether its wearer agreed that it says where they are, without which nothing is drawn
     * @param place the last position that is known
     */
    record ZonesView(
            String area, boolean consented, @Nullable ZoneCorner place, List<ZoneView> zones) {}

    record DrawnView(int id) {}

    /** Zones tell where somebody lives, so a look at them is noted in the disclosure ledger. */
    @GetMapping
    ZonesView listZones(Acting by, @PathVariable int id) {
        var device = devices.look(by, WearablesWords.READ_DEVICES, id);
        var drawn = rows.of(id);
        if (!drawn.isEmpty() || device.place().isPresent()) {
            device.wearer()
                    .ifPresent(wearer -> ledger.note(
                            by, "person:" + wearer, fields(device), WearablesWords.READ_DEVICES, "device:" + id));
        }
        return new ZonesView(
                device.division().value(),
                device.agreesTo(ConsentKind.POSITION),
                device.place().map(ZoneCorner::of).orElse(null),
                drawn.stream().map(ZoneController::view).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DrawnView drawZone(Acting by, @PathVariable int id, @Valid @RequestBody ZoneForm form) {
        return new DrawnView(zones.draw(by, id, zone(0, form)));
    }

    @PutMapping("/{zone}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeZone(Acting by, @PathVariable int id, @PathVariable int zone, @Valid @RequestBody ZoneForm form) {
        zones.change(by, id, zone(zone, form));
    }

    @DeleteMapping("/{zone}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retireZone(Acting by, @PathVariable int id, @PathVariable int zone) {
        zones.retire(by, id, zone);
    }

    private static Set<String> fields(WornDevices.Worn device) {
        return device.place().isPresent() ? Set.of("zones", "position") : Set.of("zones");
    }

    private static Zone zone(int id, ZoneForm form) {
        return new Zone(
                id,
                form.name().strip(),
                shape(form),
                form.leaving(),
                form.entering(),
                Optional.ofNullable(form.hours()).map(hours -> new Schedule(hours.days(), hours.from(), hours.to())));
    }

    private static ZoneShape shape(ZoneForm form) {
        if (form.centre() != null && form.radius() != null) {
            return new Circle(form.centre().point(), form.radius());
        }
        if (form.corners() == null) {
            throw Refusal.ofField("corners", WearablesReason.ZONE_WITHOUT_SHAPE);
        }
        return new Polygon(form.corners().stream().map(ZoneCorner::point).toList());
    }

    private static ZoneView view(ZoneRows.Stood stood) {
        var zone = stood.zone();
        var circle = zone.shape() instanceof Circle round ? round : null;
        return new ZoneView(
                zone.id(),
                zone.name(),
                circle == null ? null : ZoneCorner.of(circle.centre()),
                circle == null ? null : circle.radius(),
                zone.shape() instanceof Polygon polygon
                        ? polygon.corners().stream().map(ZoneCorner::of).toList()
                        : List.of(),
                zone.leaving(),
                zone.entering(),
                zone.schedule()
                        .map(hours -> new ZoneHours(hours.days(), hours.from(), hours.to()))
                        .orElse(null),
                stood.standing().map(Standing::inside).orElse(null),
                stood.standing().map(Standing::since).orElse(null));
    }
}
