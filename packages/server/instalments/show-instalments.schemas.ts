/** Instalments as the API shows them to the two they are between. */

import { Type, type Static } from 'typebox'
import { isIdOf } from '@laisee/core/ids.ts'
import {
  instalmentsMay,
  instalmentsOwed,
  instalmentsStates,
  partStateAt,
  partStates,
  type InstalmentsVerb,
} from '@laisee/core/instalments.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import {
  AmountSchema,
  BalanceSchema,
  closed,
  IdSchema,
  MomentSchema,
  named,
  nullable,
  oneOf,
} from '../http/schemas.ts'
import { cardsOf } from '../people/members.ts'
import { CardSchema, showCard } from '../people/people.schemas.ts'
import { nameOfOrganisation } from '../returns/asker.ts'
import { DaySchema } from '../returns/returns.schemas.ts'
import { seeSource } from '../returns/source.ts'
import type { InstalmentsRow, PartRow, VersionRow } from './instalments.sql.ts'
import { withTerms, type WholeInstalments } from './read-instalments.ts'

const verbs: readonly InstalmentsVerb[] = ['propose', 'accept', 'drop', 'pay', 'consent', 'release']

const VersionSchema = named('InstalmentsVersion', 'What one of the two proposed.', {
  version: Type.Integer(),
  by: IdSchema('member'),
  at: MomentSchema,
  principal: AmountSchema,
  interest: BalanceSchema,
  note: Type.String(),
  parts: Type.Array(
    closed({
      no: Type.Integer(),
      amount: AmountSchema,
      askedOn: { ...DaySchema, description: 'The day that was asked for.' },
      dueOn: { ...DaySchema, description: 'The working day it is due.' },
      state: oneOf(partStates),
      paidAt: nullable(MomentSchema),
      missedAt: nullable(MomentSchema),
    }),
  ),
})

export const InstalmentsSchema = named('Instalments', 'What is given back in parts that both agreed on.', {
  id: IdSchema('instalments', 'The id of instalments.'),
  about: Type.String({ description: 'The packet or transfer.' }),
  aboutKind: oneOf(['packet', 'transfer']),
  sentAt: { ...MomentSchema, description: 'When that was sent.' },
  organisationName: nullable(
    Type.String({ description: 'The organisation that paid it, which is paid back.' }),
  ),
  creditor: CardSchema,
  debtor: CardSchema,
  state: oneOf(instalmentsStates),
  proposed: nullable(VersionSchema),
  agreed: nullable(VersionSchema),
  agreedAt: nullable(MomentSchema),
  paid: BalanceSchema,
  interestPaid: BalanceSchema,
  left: BalanceSchema,
  consent: Type.Boolean({ description: 'Whether each part is taken on its day.' }),
  endedAt: nullable(MomentSchema),
  history: Type.Array(VersionSchema, { description: 'Every version, in order.' }),
  may: Type.Array(oneOf(verbs)),
})

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

function showVersion(version: VersionRow, parts: readonly PartRow[], now: Instant) {
  const { version: no, byId, at, principal, interest, note } = version
  return {
    version: no,
    by: byId,
    at: toIso(at),
    principal: amountToJson(principal),
    interest: amountToJson(interest),
    note,
    parts: parts
      .filter((part) => part.version === no)
      .map((part) => ({
        no: part.no,
        amount: amountToJson(part.amount),
        askedOn: part.askedOn,
        dueOn: part.dueOn,
        state: partStateAt(part, now),
        paidAt: isoOrNull(part.paidAt),
        missedAt: isoOrNull(part.missedAt),
      })),
  }
}

/** Instalments as one of their two sees them. */
export async function showInstalments(
  tx: Tx,
  { instalments, versions, parts }: WholeInstalments,
  memberId: string,
): Promise<Static<typeof InstalmentsSchema>> {
  const { id, sourceId, creditorId, debtorId, state, principalPaid, interestPaid } = instalments
  const cards = await cardsOf(tx, [creditorId, debtorId])
  const source = await seeSource(tx, sourceId, null)
  const now = await tx.now(instalments.changedAt)
  const history = versions.map((version) => showVersion(version, parts, now))
  const at = (no: number | null) => history.find(({ version }) => version === no) ?? null
  return {
    id,
    about: sourceId,
    aboutKind: isIdOf('packet', sourceId) ? 'packet' : 'transfer',
    sentAt: toIso(source.sentAt),
    organisationName: await nameOfOrganisation(tx, source),
    creditor: showCard(cards.get(creditorId)!),
    debtor: showCard(cards.get(debtorId)!),
    state,
    proposed: at(instalments.proposedVersion),
    agreed: at(instalments.agreedVersion),
    agreedAt: isoOrNull(instalments.agreedAt),
    paid: amountToJson(principalPaid + interestPaid),
    interestPaid: amountToJson(interestPaid),
    left: amountToJson(instalmentsOwed(instalments)),
    consent: instalments.consent,
    endedAt: isoOrNull(instalments.endedAt),
    history,
    may: instalmentsMay(instalments, memberId),
  }
}

/** The same, from their row. */
export async function showRow(tx: Tx, row: InstalmentsRow, memberId: string) {
  return showInstalments(tx, await withTerms(tx, row), memberId)
}
