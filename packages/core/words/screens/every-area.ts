/** Every area's words, by the name screens ask for them under: `t('send.title')`. */

import type { deskAreas } from './desk-areas.ts'
import type { firstAreas } from './first-areas.ts'
import type { laterAreas } from './later-areas.ts'
import type { Area, Tree } from './tree.ts'

type Areas = typeof firstAreas & typeof laterAreas & typeof deskAreas
type Language = 'zh' | 'en'

/** The words of every screen, as their keys are typed. */
export type ScreenWords = { [A in keyof Areas]: Areas[A]['zh'] }

/** Some areas' words in one language. */
export function wordsOf(
  areas: Readonly<Record<string, Area<Tree>>>,
  language: Language,
): Record<string, Tree> {
  return Object.fromEntries(Object.entries(areas).map(([name, area]) => [name, area[language] as Tree]))
}
