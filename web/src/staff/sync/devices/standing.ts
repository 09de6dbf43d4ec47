import type { Device } from './api'

export type Standing = 'wiped' | 'wiping' | 'revoked' | 'locked' | 'current'

/** How a phone stands: a phone that has not met the server for the length of its lease opens for nobody. */
export function standingOf(device: Device, now: number): Standing {
  if (device.wipedAt) return 'wiped'
  if (device.wipeAsked) return 'wiping'
  if (device.revokedAt) return 'revoked'
  return new Date(device.leaseUntil).getTime() < now ? 'locked' : 'current'
}
