/** Claims, links and proofs as the API shows them, and how a row becomes a reply. */

import { Type, type Static } from 'typebox'
import type { Share } from '@laisee/core/claim.ts'
import { toIso } from '@laisee/core/instant.ts'
import type { MemberCard } from '@laisee/core/member.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { AmountSchema, BalanceSchema, IdSchema, MomentSchema, named, nullable } from '../http/schemas.ts'
import { CardSchema, showCard } from '../people/people.schemas.ts'
import type { ClaimRow } from './packets.sql.ts'

export const ClaimSchema = named('Claim', 'A share that was claimed.', {
  packetId: IdSchema('packet'),
  memberId: IdSchema('member'),
  shareNo: Type.Integer({ minimum: 1 }),
  amount: AmountSchema,
  at: MomentSchema,
})

export const SeenClaimSchema = named('SeenClaim', 'A share that was claimed, as the caller may see it.', {
  packetId: IdSchema('packet'),
  memberId: IdSchema('member'),
  member: CardSchema,
  shareNo: Type.Integer({ minimum: 1 }),
  amount: nullable(
    Type.Integer({
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      description:
        'In minor units (fen); null while the caller may not know: alive, and not claimed by them.',
    }),
  ),
  at: MomentSchema,
})

export const LinkSchema = named('PacketLink', 'A sealed link to a packet.', {
  token: Type.String(),
  memberId: nullable(IdSchema('member')),
  expireAt: MomentSchema,
})

export const ProofSchema = named('SplitProof', 'All that is needed to recompute a provable split.', {
  packetId: IdSchema('packet'),
  version: Type.Integer(),
  total: AmountSchema,
  count: Type.Integer(),
  commitment: Type.String({ description: 'Hex.' }),
  seed: Type.String({ description: 'Hex.' }),
  shares: Type.Array(AmountSchema),
  returned: BalanceSchema,
})

/** A share as JSON. */
export function claimJson(claim: Share | ClaimRow): Static<typeof ClaimSchema> {
  const { packetId, memberId, shareNo, amount, at } = claim
  return { packetId, memberId, shareNo, amount: amountToJson(amount), at: toIso(at) }
}

/** A share as it may be seen: without its amount where that is not for the caller yet. */
export function seenClaimJson(
  claim: ClaimRow,
  cards: ReadonlyMap<string, MemberCard>,
  showAmount: boolean,
): Static<typeof SeenClaimSchema> {
  const { amount, ...rest } = claimJson(claim)
  return { ...rest, member: showCard(cards.get(claim.memberId)!), amount: showAmount ? amount : null }
}
