/** Approvals as the API shows them: what a desk needs to decide in three seconds, and what happened so far. */

import { Type } from 'typebox'
import { actKinds, noteLengthMax, stepManners } from '@laisee/core/approval.ts'
import { packetKinds } from '@laisee/core/packet.ts'
import { ShownSchema } from '../guard/guard.schemas.ts'
import {
  AmountSchema,
  closed,
  IdSchema,
  MomentSchema,
  named,
  nullable,
  oneOf,
  TextSchema,
} from '../http/schemas.ts'
import { CardSchema } from '../people/people.schemas.ts'
import { audiences, GroupThenSchema } from '../sends/to-whom.schemas.ts'

export const SendIdSchema = Type.String({
  pattern: '^(?:pkt|tr)_[0-7][0-9a-hjkmnp-tv-z]{25}$',
  description: 'The id of the packet or transfer that waits.',
})
export const ApprovalParams = closed({ sendId: SendIdSchema })
const NoteSchema = (min: number, description: string) =>
  TextSchema(noteLengthMax, { lengthMin: min, description })
export const NoteBody = closed({ note: Type.Optional(nullable(NoteSchema(0, 'Kept with it.'))) })
export const WhyBody = closed({ note: NoteSchema(1, 'Why; kept, and shown to whom it concerns.') })

const verbs = ['approve', 'reject', 'ask', 'answer', 'transfer', 'remind', 'break_glass', 'undo'] as const
const MemberIds = Type.Array(IdSchema('member'))

const ActSchema = closed({
  at: MomentSchema,
  kind: oneOf(actKinds),
  memberId: IdSchema('member'),
  step: nullable(Type.Integer({ minimum: 0, description: 'Null where it stands for all that is left.' })),
  seatOf: nullable(IdSchema('member', 'Whose seat it fills, where that is another’s.')),
  toId: nullable(IdSchema('member')),
  note: nullable(Type.String()),
})

const SendSchema = closed({
  kind: oneOf([...packetKinds, 'transfer']),
  amount: AmountSchema,
  count: Type.Integer({ minimum: 1 }),
  recipientIds: MemberIds,
  paidFromId: nullable(
    Type.String({ description: 'Whose wallet paid and is paid back; null for the sender’s own.' }),
  ),
  groupId: nullable(IdSchema('group')),
  audience: oneOf(audiences),
  group: GroupThenSchema,
  words: Type.String({ description: 'The greeting or the note.' }),
  state: Type.String({ description: 'As the clock has it.' }),
  sentAt: MomentSchema,
  deliverAt: MomentSchema,
})

const RiskSchema = closed({
  outcome: Type.String(),
  reasons: Type.Array(
    closed({ code: Type.String(), data: Type.Record(Type.String(), Type.Unknown()), ruleId: Type.String() }),
  ),
})

export const ApprovalSchema = named('Approval', 'A send that waits, or waited, for approval.', {
  sendId: SendIdSchema,
  organisationId: nullable(IdSchema('organisation')),
  policyVersion: nullable(Type.Integer({ minimum: 0, description: 'The version that asked for it.' })),
  chain: closed({ id: Type.String(), says: closed({ zh: Type.String(), en: Type.String() }) }),
  askedBy: closed({
    why: oneOf(['threshold', 'rule']),
    ruleIds: Type.Array(Type.String()),
  }),
  sender: CardSchema,
  send: SendSchema,
  risk: nullable(RiskSchema),
  shown: nullable(ShownSchema),
  bulkMax: nullable(
    Type.Integer({
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'The most that may be approved together, in fen; null for nothing.',
    }),
  ),
  steps: Type.Array(closed({ manner: oneOf(stepManners), memberIds: MemberIds, done: Type.Boolean() })),
  openStep: nullable(Type.Integer({ minimum: 0 })),
  waitsFor: MemberIds,
  copyIds: MemberIds,
  submittedAt: MomentSchema,
  passOnAt: nullable(MomentSchema),
  approveBy: MomentSchema,
  decidedAt: nullable(MomentSchema),
  outcome: nullable(oneOf(['approved', 'rejected', 'timed_out', 'undone', 'forsaken'])),
  replaces: nullable(SendIdSchema),
  acts: Type.Array(ActSchema),
  names: Type.Record(Type.String(), Type.String(), { description: 'The people it names, by id.' }),
  may: Type.Array(oneOf(verbs), { description: 'What would succeed for the caller now.' }),
})
