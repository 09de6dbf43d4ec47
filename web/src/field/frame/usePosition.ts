import { onScopeDispose, ref, shallowRef } from 'vue'
import type { Evidence } from '@/shared/offline'

export type PositionState = 'off' | 'looking' | 'found' | 'denied' | 'missing'

/** Metres: no need to look on when it is as good as this. */
const GOOD = 15
const LOOK_FOR_MS = 25_000

/** How far a position can be trusted. */
export const trustOf = (metres: number): 'good' | 'fair' | 'poor' =>
  metres <= 30 ? 'good' : metres <= 100 ? 'fair' : 'poor'

/** Where the phone is (WGS-84). Takes the first answer at once and better ones as they come; `follow` never stops. */
export function usePosition({ follow = false } = {}) {
  // A page without a secure connection has none.
  const locator = navigator.geolocation as Geolocation | null | undefined
  const state = ref<PositionState>('off')
  const position = shallowRef<Evidence>()
  let watching: number | undefined
  let ending: number | undefined

  function stop(): void {
    if (watching !== undefined) locator?.clearWatch(watching)
    window.clearTimeout(ending)
    watching = undefined
    if (state.value === 'looking') state.value = position.value ? 'found' : 'missing'
  }

  function take({ coords }: GeolocationPosition): void {
    const { longitude: lon, latitude: lat, accuracy } = coords
    if (follow || !position.value || accuracy <= position.value.accuracy)
      position.value = { lon, lat, accuracy: Math.round(accuracy) }
    state.value = 'found'
    if (!follow && accuracy <= GOOD) stop()
  }

  function fail(failure: GeolocationPositionError): void {
    if (failure.code === failure.PERMISSION_DENIED) state.value = 'denied'
    else if (!position.value) state.value = 'missing'
    else return
    stop()
  }

  function look(): void {
    if (!locator) {
      state.value = 'missing'
      return
    }
    stop()
    state.value = 'looking'
    if (!follow) position.value = undefined
    watching = locator.watchPosition(take, fail, {
      enableHighAccuracy: true,
      timeout: LOOK_FOR_MS,
      maximumAge: 5_000,
    })
    if (!follow) ending = window.setTimeout(stop, LOOK_FOR_MS)
  }

  onScopeDispose(stop)
  return { state, position, look, stop }
}
