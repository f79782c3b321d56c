/** A sentence about somebody: whose name it needs, and how it is said once the name is known. */

import type { TFunction } from 'i18next'

export interface Said {
  /** The member whose name is put in; null where nobody is named. */
  who: string | null
  /** Their name, where it is at hand already. */
  known?: string | undefined
  say: (t: TFunction, name: string) => string
}

/** A sentence that names nobody. */
export function plainly(say: (t: TFunction) => string): Said {
  return { who: null, say }
}

/** A sentence that names a member. */
export function about(who: string, known: string | undefined, say: Said['say']): Said {
  return { who, known, say }
}
