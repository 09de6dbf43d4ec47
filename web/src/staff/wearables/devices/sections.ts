import { defineAsyncComponent, type Component } from 'vue'
import { CommandsPanel } from '../commands'
import { LimitsPanel, ZonesPanel } from '../zones'
import type { DevicePage } from './api'

/** A part of a device's page; messages call it `wearables.devices.section.<key>`. */
export interface Section {
  key: string
  /** Any of these words opens it. */
  anyOf: readonly string[]
  component: Component
  /** What the component takes. */
  props: (page: DevicePage) => object
}

const page = (of: DevicePage) => ({ page: of })
const deviceId = ({ device }: DevicePage) => ({ deviceId: device.id })

/** In the order of their keys 1, 2, 3 … on the page. */
export const SECTIONS: readonly Section[] = [
  {
    key: 'state',
    anyOf: ['wearables.device.read'],
    component: defineAsyncComponent(() => import('./components/StateSection.vue')),
    props: page,
  },
  {
    key: 'vitals',
    anyOf: ['wearables.vitals.read'],
    component: defineAsyncComponent(() => import('./components/VitalsSection.vue')),
    props: page,
  },
  {
    key: 'track',
    anyOf: ['wearables.track.read'],
    component: defineAsyncComponent(() => import('./components/TrackSection.vue')),
    props: page,
  },
  { key: 'zones', anyOf: ['wearables.device.read'], component: ZonesPanel, props: deviceId },
  { key: 'limits', anyOf: ['wearables.device.read'], component: LimitsPanel, props: deviceId },
  { key: 'commands', anyOf: ['wearables.device.read'], component: CommandsPanel, props: deviceId },
]
