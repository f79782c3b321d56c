/** Whose word counts for somebody: those of age who look after them. */

import { limitedOf } from './limits.ts'
import type { World } from './world.ts'

/** Those of age who look after somebody now: one who is a minor too gives nobody's word. */
export function guardiansOf(w: World, member: string): string[] {
  const active = [...w.guardians.values()].filter((g) => g.protected === member && g.state === 'active')
  const adults = active.filter(({ guardian }) => limitedOf(w, guardian).band === 'adult')
  return adults.map(({ guardian }) => guardian).sort()
}
