/** Which reads are a look at what is another's, and what the log is told of one. */

import type { Access } from '../access/note-access.ts'
import type { Caller } from './caller.ts'
import type { Route } from './route.ts'

type Given = Readonly<Record<string, unknown>>

/**
 * What a read is to leave in the log; undefined for what is the caller's own or anybody's. Of a search only ids are told:
 * what somebody typed may be a name.
 */
export function accessOf(
  route: Pick<Route, 'name' | 'method' | 'callers' | 'roles' | 'looksAtOthers'>,
  { caller, params, query }: { caller: Caller; params: unknown; query: unknown },
): Access | undefined {
  if (route.method !== 'GET' || caller.kind === 'public' || route.callers.includes('public')) return undefined
  const byOffice = route.roles !== undefined || route.looksAtOthers === true
  if (caller.kind === 'member' && !byOffice) return undefined
  const by = caller.kind === 'operator' ? caller.keyId : caller.memberId
  const about = Object.fromEntries(
    Object.entries({ ...(params as Given), ...(query as Given) }).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && anyId.test(entry[1]),
    ),
  )
  return { by, what: route.name, about }
}

const anyId = /^[a-z]{1,8}_[0-9a-z]{26}$/
