/** One picture of the gallery: whose phone, which page, and what is done on it first. */

import type { Page } from 'playwright-core'
import type { Scene } from './scene.ts'

export interface Shot {
  name: string
  title: string
  says: string
  /** A person of the demo world; null is someone who is not signed in. */
  who: string | null
  path: (scene: Scene) => string
  act?: (page: Page, scene: Scene) => Promise<unknown>
  /** Also in elder mode and in English. */
  telling?: boolean
  /** A page of the desk, at the desk's sizes. */
  isDesk?: boolean
}
