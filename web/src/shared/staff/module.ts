import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Language, Messages } from '@/shared/i18n'
import type { MenuGroup } from './menuGroups'

/** A line of the side menu. It is shown to those who hold one of the permission words. */
export interface MenuEntry {
  /** Message key of its text. */
  label: string
  /** Name of the route it opens. */
  route: string
  /** Message key of the heading it stands under. */
  group: MenuGroup
  order: number
  anyOf?: readonly string[]
  /** One to three Chinese characters or letters shown when the menu is narrow. */
  icon?: Component
}

/** A card on the home page: the posting's own work, such as a work list. */
export interface HomeCard {
  component: () => Promise<{ default: Component }>
  order: number
  anyOf?: readonly string[]
  wide?: boolean
}

/** What a folder under src/staff gives to the console; its index.ts exports one of these by default. */
export interface StaffModule {
  /** The folder's path with dots, such as `counter.desk`; its messages live under this name. */
  name: string
  routes?: RouteRecordRaw[]
  menu?: MenuEntry[]
  home?: HomeCard[]
  /** A component of the header, such as the bell. */
  header?: { component: () => Promise<{ default: Component }>; order: number; anyOf?: readonly string[] }[]
  messages: Record<Language, Messages>
}

export function defineModule(module: StaffModule): StaffModule {
  return module
}

declare module 'vue-router' {
  interface RouteMeta {
    /** The permission words of which one is needed to open the page. */
    anyOf?: readonly string[]
    /** Message key of the page's title in the browser's tab. */
    title?: string
    /** Open to those who are not signed in. */
    open?: boolean
    /** The route of the menu that this page belongs to, when it is not in the menu itself. */
    under?: string
    /** Shown without header and menu. */
    bare?: boolean
  }
}
