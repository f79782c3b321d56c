/** What is told of the settings a service is started with: what rules it, and of its secrets only the log's public keys. */

import { createHash } from 'node:crypto'
import { canonicalJson } from '@laisee/core/guard/canonical.ts'
import type { GuardPolicy } from '@laisee/core/guard/rule.ts'
import { writeBase64 } from '@laisee/core/log/base64.ts'
import { noteKeyOf } from '@laisee/core/log/note.ts'
import type { ServerConfig } from '../config.ts'
import type { Secrets } from '../context.ts'
import { toJson } from '../events/append.ts'
import { version } from '../version.ts'
import type { Settings } from './tell-settings.ts'

/** As they are told. Where a server listens and keeps its files is its own affair. */
export function settingsOf(
  { demo, origins, trustProxy, witnesses, outsideAllow }: ServerConfig,
  { logKeys }: Secrets,
  guard: GuardPolicy | null,
): Settings {
  return {
    version,
    demo,
    origins,
    trustProxy,
    witnesses,
    outsideAllow,
    logKeys: logKeys.map((key) => writeBase64(noteKeyOf('log', key).publicKey)),
    guard: guard && { name: guard.name, version: guard.version, rules: fingerprint(guard) },
  }
}

/** So that rules changed without a new version show all the same. */
function fingerprint(guard: GuardPolicy): string {
  const plain = JSON.parse(toJson(guard)) as unknown
  return createHash('sha256').update(canonicalJson(plain)).digest('hex').slice(0, 16)
}
