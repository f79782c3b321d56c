/** What a freeze is for: the dispute, or the packet or transfer, that whoever is frozen has the money of. */

import { refuseField } from '@laisee/core/field.ts'
import { isFrozenFor, type FrozenFor } from '@laisee/core/freeze-case.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { disputeById, holderOf } from '../disputes/read.ts'
import { sharesOfClaimers } from '../packets/claimed-shares.ts'
import { transfersById } from '../transfers/read.ts'

type About = Omit<FrozenFor, 'ownerId'>

/** Refuse a freeze that names a case whose money the owner has not. */
export async function failUnlessAbout(tx: Tx, ask: About, ownerId: string): Promise<void> {
  const { aboutId, kind, subjectId } = ask
  if (aboutId === null || (await isOfCase(tx, { aboutId, kind, subjectId, ownerId }))) return
  throw new RefusalError(refuseField('aboutId', 'must be a dispute, packet or transfer whose money this is'))
}

async function isOfCase(tx: Tx, freeze: FrozenFor & { aboutId: string }): Promise<boolean> {
  const { aboutId, kind, subjectId, ownerId } = freeze
  if (isIdOf('dispute', aboutId)) {
    const dispute = await disputeById(tx, aboutId)
    if (!dispute) return false
    return isFrozenFor(freeze, { ...dispute, holderId: holderOf(dispute) })
  }
  if (kind === 'packet') return aboutId === subjectId
  if (isIdOf('packet', aboutId))
    return (await sharesOfClaimers(tx, [{ packetId: aboutId, memberId: ownerId }])).length > 0
  return (await transfersById(tx, [aboutId])).get(aboutId)?.payeeId === ownerId
}
