/**
 * What the service is made of: handed to every route and duty by the composition root, so that a test, the demo and
 * the simulation boot the same application with their own database, time and chance.
 */

import type { CompiledPolicy } from '@laisee/core/guard/compile.ts'
import type { Db } from './db/db.ts'
import type { Cast } from './demo/cast.ts'
import type { Authority } from './evidence/timestamp/authority.ts'
import type { ClaimQueue } from './packets/claim-queue.ts'
import type { Doors } from './packets/door.ts'
import type { Site } from './passkeys/site.ts'

export interface Secrets {
  /** 32 bytes that seal link tokens. */
  linkKey: Uint8Array
  /** 32 bytes mixed into passphrase hashes, so that a copy of the database alone cannot be searched. */
  passphraseKey: Uint8Array
  /** What the log's checkpoints are signed with, the newest first: it signs, and the one before it beside it. */
  logKeys: readonly Uint8Array[]
}

export interface Log {
  info(data: object, message: string): void
  warn(data: object, message: string): void
  error(data: object, message: string): void
}

export interface Context {
  db: Db
  secrets: Secrets
  /** Who each packet is for, remembered by this process. */
  doors: Doors
  /** Where this process's claims wait for their batch. */
  claims: ClaimQueue
  /** The site that passkeys are made for and signed at. */
  site: Site
  /** The rules that every send over the API is judged by; null where the service was put together without any. */
  guard: CompiledPolicy | null
  /** Who stamps evidence packs with the time; null where nobody was configured. */
  authority: Authority | null
  /** Demo worlds move the clock and accept demo keys; production refuses both. */
  demo: boolean
  /** Whom a visitor of a demo world may be: nobody, until whoever made the world introduces them. */
  cast: Cast
  log: Log
}
