/** What the advisor is told over the API: a situation, each part of which may be missing, null or unknown. */

import { Type, type TSchema } from 'typebox'
import {
  causes,
  evidenceKinds,
  phases,
  platforms,
  powers,
  products,
  reachabilities,
  relations,
  waivers,
} from '@laisee/core/advisor/situation.ts'
import { outsideMainland, provinces } from '@laisee/core/law/provinces.ts'
import { BalanceSchema, closed, MomentSchema, named, nullable, oneOf } from '../http/schemas.ts'

/** More kinds of evidence than there are, so that a list with doubles is read as well. */
const evidenceMax = evidenceKinds.length * 4

const unknown = 'unknown'
/** One of these words, or unknown in any of its ways. */
const word = <const W extends string>(words: readonly W[], description: string) =>
  Type.Optional(nullable(oneOf([...words, unknown], description)))
const orUnknown = <T extends TSchema>(schema: T) =>
  Type.Optional(Type.Union([schema, Type.Literal(unknown), Type.Null()]))

const LedgerSchema = named('AdviceLedger', 'What Laisee’s own record says of it, where it was sent there.', {
  id: Type.String({ pattern: '^(pkt|tr)_[0-9A-Za-z]{1,64}$', description: 'A packet or a transfer.' }),
  phase: oneOf(phases),
  deliverAt: MomentSchema,
  backAt: Type.Optional(nullable(MomentSchema)),
  recallUntil: Type.Optional(nullable(MomentSchema)),
  shares: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  claimedShares: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  claimedAmount: BalanceSchema,
  can: Type.Array(oneOf(powers), {
    maxItems: powers.length * 4,
    description: 'What can still be done with it.',
  }),
})

export const langs = ['zh', 'en'] as const

export const SituationSchema = closed({
  lang: Type.Optional(oneOf(langs, 'Of the words; `zh` where it is not said.')),
  platform: word(platforms, 'Where it was sent.'),
  product: word(products, 'What was sent.'),
  phase: word(phases, 'Whether it was taken.'),
  sentAt: orUnknown(MomentSchema),
  noticedAt: orUnknown(MomentSchema),
  amount: orUnknown(BalanceSchema),
  claimedAmount: orUnknown(BalanceSchema),
  cause: word(causes, 'Why it is to come back.'),
  relation: word(relations, 'Who has it.'),
  reachability: word(reachabilities, 'How they react, as the one who asks says it.'),
  waiver: word(waivers, 'Whether words that give the money away were said after the mistake was known.'),
  evidence: orUnknown(Type.Array(oneOf(evidenceKinds), { maxItems: evidenceMax })),
  province: word([...provinces, outsideMainland], 'Two letters of GB/T 2260, or `outside`.'),
  ledger: orUnknown(LedgerSchema),
})
