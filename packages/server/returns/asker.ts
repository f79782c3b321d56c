/**
 * Who asks for a packet or transfer back: whoever sent it. What an organisation paid, an administrator of it as well, once
 * its sender has left: the money comes back to the organisation, and nobody else would be there to ask for it.
 */

import { organisationOf } from '@laisee/core/on-behalf.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { decideAskForOrganisation } from '@laisee/core/sends-on-behalf.ts'
import type { Tx } from '../db/db.ts'
import { membershipOf, readOrganisation } from '../organisations/standing.ts'
import { seeSource, type ReturnSource } from './source.ts'

export interface Asking {
  source: ReturnSource
  /** The organisation that an administrator asks for; null where the sender asks. */
  organisationName: string | null
}

/** The source, for whoever may ask for it. Refuses `not_found`, `role_missing`, `sender_still_there`. */
export async function askingOf(tx: Tx, sourceId: string, memberId: string): Promise<Asking> {
  const source = await seeSource(tx, sourceId, null)
  if (source.payerId === memberId) return { source, organisationName: null }
  const organisationId = organisationOf(source)
  if (organisationId === null) throw new RefusalError(refuse('not_found'))
  const own = await membershipOf(tx, organisationId, memberId)
  orThrow(decideAskForOrganisation(own, await membershipOf(tx, organisationId, source.payerId)))
  return { source, organisationName: await nameOfOrganisation(tx, source) }
}

/** The organisation that paid, by its name; null where a member did. */
export async function nameOfOrganisation(tx: Tx, source: ReturnSource): Promise<string | null> {
  const id = organisationOf(source)
  return id === null ? null : (await readOrganisation(tx, id))!.name
}

/** Who the request is from, as the rule sees it: a sender who took a share of their own is never asked for it. */
export function askerOf({ payerId }: ReturnSource, memberId: string, recipientId: string): string {
  return recipientId === payerId ? payerId : memberId
}
