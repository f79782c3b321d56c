/** The service put together from its parts: a database at an address, its secrets, time and chance. */

import { compilePolicy, type CompiledPolicy } from '@laisee/core/guard/compile.ts'
import type { GuardPolicy } from '@laisee/core/guard/rule.ts'
import { warmUp } from '@laisee/core/guard/warm-up.ts'
import { systemChance } from './chance.ts'
import type { Context, Log } from './context.ts'
import { openDb, type Chance, type Db, type DbOptions } from './db/db.ts'
import { createCast } from './demo/cast.ts'
import type { Authority } from './evidence/timestamp/authority.ts'
import { hint } from './hints.ts'
import { claimDbOptions, createClaimQueue } from './packets/claim-queue.ts'
import { createDoors } from './packets/door.ts'
import { siteOf, type Site } from './passkeys/site.ts'
import { deriveSecrets } from './secrets.ts'

export interface ServiceParts {
  url: string
  secret: string
  /** How many keys the log has had; one where it is not said. */
  logKeyCount?: number
  demo: boolean
  log: Log
  /** Where the screens are served: localhost where it is not said. */
  site?: Site
  /** The guard's rules: without them no send is judged. */
  guard?: GuardPolicy
  /** Who stamps evidence packs with the time: nobody where it is not said. */
  authority?: Authority
  /** Chance and ids: the operating system's where none is given; the simulation gives its own. */
  chance?: Chance
  poolMax?: number
  /** How a database is opened: the simulation gives one whose connections break where it says. */
  open?: (options: DbOptions) => Db
}

export interface OpenedService {
  ctx: Context
  close(): Promise<void>
}

/** Open the service on a migrated database. Nothing listens and no duty runs yet. */
export function openService(parts: ServiceParts): OpenedService {
  const chance = parts.chance ?? systemChance()
  const open = parts.open ?? openDb
  const db = open({ url: parts.url, chance, poolMax: parts.poolMax ?? 16 })
  const claimDb = open({ ...claimDbOptions, url: parts.url, chance })
  const ctx: Context = {
    db,
    secrets: deriveSecrets(parts.secret, parts.logKeyCount),
    doors: createDoors(db),
    claims: createClaimQueue({ db: claimDb, onCommit: () => hint('events') }),
    site: parts.site ?? siteOf([]),
    guard: parts.guard ? compiledOrThrow(parts.guard) : null,
    authority: parts.authority ?? null,
    demo: parts.demo,
    cast: createCast(),
    log: parts.log,
  }
  return {
    ctx,
    async close() {
      await Promise.all([db.close(), claimDb.close()])
    },
  }
}

/** A policy that cannot be used stops the start: a service that guards nothing must not look as if it did. */
function compiledOrThrow(policy: GuardPolicy): CompiledPolicy {
  const compiled = compilePolicy(policy)
  if (!('problems' in compiled)) {
    warmUp(compiled)
    return compiled
  }
  const first = compiled.problems[0]
  throw new Error(
    `the guard policy ${policy.name} cannot be used: ${first?.ruleId} ${first?.code} ${first?.about}`,
  )
}
