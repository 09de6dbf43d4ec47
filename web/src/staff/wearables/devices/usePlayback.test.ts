import { effectScope, shallowRef } from 'vue'
import { expect, test } from 'vitest'
import { usePlayback, type Played } from './usePlayback'

const MINUTE = 60_000

function playing(track: Played | undefined) {
  const waiting: ((now: number) => void)[] = []
  let now = 1_000
  const track_ = shallowRef(track)
  const scope = effectScope()
  const playback = scope.run(() =>
    usePlayback(track_, (picture) => {
      waiting.push(picture)
      return () => waiting.splice(waiting.indexOf(picture), 1)
    }),
  )
  if (!playback) throw new Error('not set up')
  /** Pictures until so many milliseconds have passed, one each tenth of a second. */
  const pass = (milliseconds: number) => {
    for (let n = 0; n <= milliseconds; n += 100) {
      waiting.shift()?.(now)
      now += 100
    }
  }
  return { playback, pass, waiting, track: track_, scope }
}

const hour: Played = { from: 0, to: 60 * MINUTE, gaps: [] }

test('a minute of the track passes in a second, and faster when asked', () => {
  const { playback, pass } = playing(hour)
  playback.play()
  pass(10_000)
  expect(playback.moment.value).toBe(10 * MINUTE)
  playback.change(1)
  playback.change(1)
  expect(playback.speed.value).toBe(4)
  const at = playback.moment.value
  pass(900)
  expect(playback.moment.value - at).toBe(4 * MINUTE)
})

test('the slowest and the fastest are the last', () => {
  const { playback } = playing(hour)
  playback.change(-1)
  expect(playback.speed.value).toBe(1)
  for (let n = 0; n < 9; n++) playback.change(1)
  expect(playback.speed.value).toBe(32)
})

test('it stands while paused, and no time is made up for', () => {
  const { playback, pass, waiting } = playing(hour)
  playback.play()
  pass(1_000)
  playback.pause()
  expect(waiting).toHaveLength(0)
  pass(60_000)
  expect(playback.moment.value).toBe(MINUTE)
  playback.toggle()
  pass(1_000)
  expect(playback.moment.value).toBe(2 * MINUTE)
})

test('gaps are passed over at once', () => {
  const { playback, pass } = playing({ ...hour, gaps: [{ from: 5 * MINUTE, to: 50 * MINUTE }] })
  playback.play()
  pass(5_100)
  expect(playback.moment.value).toBe(50 * MINUTE)
  playback.seek(20 * MINUTE)
  expect(playback.moment.value, 'but may be pointed at').toBe(20 * MINUTE)
})

test('at the end it stands, and begins anew when it is played again', () => {
  const { playback, pass, waiting } = playing(hour)
  playback.seek(59 * MINUTE)
  playback.play()
  pass(5_000)
  expect(playback.moment.value).toBe(60 * MINUTE)
  expect(playback.playing.value).toBe(false)
  expect(waiting).toHaveLength(0)
  playback.play()
  expect(playback.moment.value).toBe(0)
  expect(playback.playing.value).toBe(true)
})

test('it stays within the track', () => {
  const { playback } = playing(hour)
  playback.seek(-1)
  expect(playback.moment.value).toBe(0)
  playback.seek(61 * MINUTE)
  expect(playback.moment.value).toBe(60 * MINUTE)
})

test('another track begins at its beginning and stands; nothing is not played', () => {
  const { playback, pass, track } = playing(undefined)
  playback.play()
  expect(playback.playing.value).toBe(false)
  track.value = hour
  playback.play()
  pass(2_000)
  track.value = { from: 5, to: 10, gaps: [] }
  expect(playback.playing.value).toBe(false)
  expect(playback.moment.value).toBe(5)
})

test('whoever leaves the page leaves nothing running', () => {
  const { playback, waiting, scope } = playing(hour)
  playback.play()
  scope.stop()
  expect(waiting).toHaveLength(0)
})
