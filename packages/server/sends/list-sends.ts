/**
 * A search among what was sent on behalf of an organisation. Kind, sum, sender and time are asked of the database; the
 * state, which the clock decides, and the names of recipients, which live with their members, are looked at row by row.
 * A search looks at a bounded number of rows: one that ends before its page is full says where to go on.
 */

import type { Outcome } from '@laisee/core/guard/rule.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { OrganisationRole } from '@laisee/core/organisation.ts'
import type { RecallChance } from '@laisee/core/recall-right.ts'
import { isFoundBy, sendKinds, type SendKind, type SendState } from '@laisee/core/sends-on-behalf.ts'
import type { Tx } from '../db/db.ts'
import { outcomesOf } from '../guard/read-verdict.ts'
import { cardsOf } from '../people/members.ts'
import { policyOf } from '../policies/read-policy.ts'
import { rightsOf } from '../policies/recall-right.ts'
import { chanceOfRecall, factsOf, openSends, stateOfSend, type OpenSend } from './open-sends.ts'
import { pageOfSender, pageOfSends, type FiledSend } from './sends.sql.ts'
import { toWhom, type ToWhom } from './to-whom.ts'

interface Place {
  at: Instant
  id: string
}

export interface SendsAsk {
  organisationId: string
  /** Who looks, in which roles. */
  own: { memberId: string; roles: readonly OrganisationRole[] }
  senderId: string | undefined
  state: SendState | undefined
  kind: SendKind | undefined
  from: Instant | undefined
  until: Instant | undefined
  amountMin: bigint | undefined
  amountMax: bigint | undefined
  text: string | undefined
  before: Place | undefined
  limit: number
}

/** A send as the list shows it. */
export interface ListedSend extends OpenSend {
  to: ToWhom
  outcome: Outcome | null
  chance: RecallChance
}

export interface SendsPage {
  found: ListedSend[]
  /** What the people of these sends are called, with their faces. */
  cards: Awaited<ReturnType<typeof cardsOf>>
  /** Where to go on; undefined at the end. */
  next: Place | undefined
}

/** So many of a send's recipients a list names. */
export const namedInList = 3

const atOnce = 250
/** So many rows a request looks at, whatever it finds. */
const lookedAtMax = 3_000
const anyAmount = BigInt(Number.MAX_SAFE_INTEGER)

const placeOf = ({ at, sendId: id }: FiledSend): Place => ({ at, id })

/** A page of sends, newest first. Whether the reader may see them all is for the caller to have asked. */
export async function listSends(tx: Tx, ask: SendsAsk): Promise<SendsPage> {
  const { limit, state, text } = ask
  const now = await tx.now()
  const size = state === undefined && text === undefined ? limit + 1 : atOnce
  const found: OpenSend[] = []
  let before = ask.before
  let next: Place | undefined
  for (let looked = 0; found.length <= limit; looked += size) {
    if (looked >= lookedAtMax) {
      next = before
      break
    }
    const rows = await readPage(tx, ask, before, size)
    found.push(...(await searched(tx, ask, await openSends(tx, rows, now))))
    if (rows.length < size) break
    before = placeOf(rows.at(-1)!)
  }
  const kept = found.slice(0, limit)
  if (found.length > limit) next = placeOf(kept.at(-1)!.filed)
  return { ...(await shown(tx, ask, kept, now)), next }
}

function readPage(tx: Tx, ask: SendsAsk, before: Place | undefined, limit: number): Promise<FiledSend[]> {
  const { organisationId, senderId, kind, from, until, amountMin = 1n, amountMax = anyAmount } = ask
  const top = until === undefined ? 'infinity' : toIso(until)
  const times = [
    from === undefined ? '-infinity' : toIso(from),
    before ? toIso(before.at) : top,
    before?.id ?? '',
  ] as const
  const filters = [kind === undefined ? [...sendKinds] : [kind], amountMin, amountMax, limit] as const
  return senderId === undefined
    ? tx.run(pageOfSends, organisationId, ...times, ...filters)
    : tx.run(pageOfSender, organisationId, senderId, ...times, ...filters)
}

/** Those in the state and with the text that are asked for. */
async function searched(tx: Tx, { state, text }: SendsAsk, sends: OpenSend[]): Promise<OpenSend[]> {
  const inState = state === undefined ? sends : sends.filter((one) => stateOfSend(one) === state)
  if (text === undefined || inState.length === 0) return inState
  const to = await toWhom(
    tx,
    inState.map(({ send }) => send),
  )
  const cards = await cardsOf(
    tx,
    [...to.values()].flatMap(({ memberIds }) => memberIds),
  )
  return inState.filter((one) => {
    const { id, words } = factsOf(one)
    const { memberIds, group } = to.get(id)!
    const names = memberIds.map((memberId) => cards.get(memberId)?.name ?? '')
    return isFoundBy(text, { id, words, names: group ? [...names, group.name] : names })
  })
}

async function shown(
  tx: Tx,
  { organisationId, own }: SendsAsk,
  kept: readonly OpenSend[],
  now: Instant,
): Promise<Omit<SendsPage, 'next'>> {
  const rights = rightsOf(await policyOf(tx, organisationId, now))
  const outcomes = await outcomesOf(
    tx,
    kept.map(({ filed }) => filed.sendId),
  )
  const to = await toWhom(
    tx,
    kept.map(({ send }) => send),
  )
  const found = kept.map((one): ListedSend => {
    const { sendId } = one.filed
    const chance = chanceOfRecall(one, own, rights)
    return { ...one, to: to.get(sendId)!, outcome: outcomes.get(sendId) ?? null, chance }
  })
  const people = found.flatMap(({ filed, to: { memberIds } }) => [
    filed.payerId,
    ...memberIds.slice(0, namedInList),
  ])
  return { found, cards: await cardsOf(tx, people) }
}
