/** Chance for a running server: the operating system's, and UUID version 7 for ids. */

import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { idFromBytes } from '@laisee/core/ids.ts'
import type { Random } from '@laisee/core/random.ts'
import { randomFromBytes } from '@laisee/core/random.ts'
import type { Chance } from './db/db.ts'

/** True chance: nobody can foresee a share, a seed or an id. */
export function systemChance(): Chance {
  const random: Random = randomFromBytes((count) => randomBytes(count))
  const buffer = new Uint8Array(16)
  return { random, newId: (kind) => idFromBytes(kind, v7(undefined, buffer)) }
}
