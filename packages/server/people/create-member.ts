/** A new member: settings, an open wallet and, where the host says it, an external id, all in one write. */

import { decideSettings, timeZoneDefault, undoDefaultS, type MemberSettings } from '@laisee/core/member.ts'
import { quietDefault } from '@laisee/core/quiet.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { defaultCurrency } from '@laisee/core/money.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { openWallet } from '../ledger/ledger.ts'
import { claimExternalId, failIfHostUnknown, type ExternalIdName } from './external-ids.ts'
import { insertMember, type MemberRow } from './members.sql.ts'
import { tellMember } from './tell-member.ts'

export type CreateMemberAsk = Pick<MemberSettings, 'name'> &
  Partial<MemberSettings> & { external?: ExternalIdName }

/** Create a member with an empty wallet. Refuses a field it cannot read, `host_unknown`, then `external_id_taken`. */
export async function createMember(tx: Tx, ask: CreateMemberAsk): Promise<MemberRow> {
  const { external, ...asked } = ask
  const defaults = {
    name: asked.name,
    photoUrl: null,
    timeZone: timeZoneDefault,
    undoS: undoDefaultS,
    transferDelayS: 0,
    ...quietDefault,
  }
  const settings = orThrow(decideSettings(asked, defaults))
  const id = tx.newId('member')
  if (external) {
    await failIfHostUnknown(tx, external.hostId, 'host_unknown')
    await claimExternalId(tx, id, external)
  }
  const at = await tx.now()
  const member = (await insert(tx, id, settings, at))!
  await openWallet(tx, id, defaultCurrency)
  await tellMember(tx, id, {
    kind: 'member.created',
    at,
    data: { memberId: id, ...settings, ...(external ? { external } : {}) },
  })
  return member
}

function insert(tx: Tx, id: string, settings: MemberSettings, at: Instant): Promise<MemberRow | undefined> {
  return tx.one(
    insertMember,
    id,
    settings.name,
    settings.photoUrl,
    settings.timeZone,
    settings.undoS,
    settings.transferDelayS,
    settings.quietFrom,
    settings.quietUntil,
    toIso(at),
  )
}
