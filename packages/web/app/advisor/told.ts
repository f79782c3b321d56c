/**
 * What somebody has told the advisor, kept on this device only: the situation, the texts they changed, and where it is
 * money of our own, its record as it stood. Every value is read back as a stranger's would be.
 */

import { use, useMemo, useSyncExternalStore } from 'react'
import { nothingKnown, type Field, type Situation } from '@laisee/core/advisor/situation.ts'
import { readSituation } from '@laisee/core/advisor/read-situation.ts'
import type { TextId } from '@laisee/core/advisor/texts/text-ids.ts'
import { nowName, readSaved, type Kept } from './kept.ts'
import type * as LedgerRules from './ledger-record.ts'
import { keep, onKept, recall } from '../session/keep.ts'

export interface Told extends Kept {
  situation: Situation
}

/** As JSON: amounts in fen, moments in RFC 3339. The record of the ledger is kept beside it. */
function situationToJson(situation: Situation): Kept['facts'] {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  const { ledger: _, sentAt, noticedAt, amount, claimedAmount, ...words } = situation
  return {
    ...words,
    sentAt: iso(sentAt),
    noticedAt: iso(noticedAt),
    amount: amount === null ? null : Number(amount),
    claimedAmount: claimedAmount === null ? null : Number(claimedAmount),
  }
}

function situationOf(facts: Kept['facts'], now: number): Situation {
  const read = readSituation(facts, now)
  if ('situation' in read && read.contradictions.length === 0) return read.situation
  if ('problems' in read) return nothingKnown
  return { ...nothingKnown, ...rawOf(facts) }
}

/** What cannot all be so is kept as it was said, so that it can be asked about. */
function rawOf(facts: Kept['facts']): Partial<Situation> {
  const moment = (value: unknown) => (typeof value === 'string' ? Date.parse(value) : null)
  const amount = (value: unknown) => (typeof value === 'number' ? BigInt(value) : null)
  return {
    ...(facts as Partial<Situation>),
    sentAt: moment(facts.sentAt),
    noticedAt: moment(facts.noticedAt),
    amount: amount(facts.amount),
    claimedAmount: amount(facts.claimedAmount),
    ledger: null,
  }
}

/** What our own ledger answers, said by nobody. */
export const ledgerFields: readonly Field[] = [
  'platform',
  'product',
  'phase',
  'sentAt',
  'amount',
  'claimedAmount',
  'ledger',
]

let rules: typeof LedgerRules | undefined
let coming: Promise<void> | undefined

/** Until the rules for money of our own are there. Only whoever tells of some waits for them. */
function ledgerRules(): Promise<void> {
  coming ??= import('./ledger-record.ts').then(
    (module) => {
      rules = module
    },
    (error: unknown) => {
      coming = undefined
      throw error
    },
  )
  return coming
}

function ledgerSituation({ record }: Kept, now: number): Situation | undefined {
  return record === undefined ? undefined : rules?.ledgerSituation(record, now)
}

/** The whole situation at a moment: what was said, and what the record says over it. */
export function toldAt(kept: Kept, now: number): Told {
  const said = situationOf(kept.facts, now)
  const ledger = ledgerSituation(kept, now)
  if (ledger === undefined) return { ...kept, situation: said }
  const known = Object.fromEntries(ledgerFields.map((field) => [field, ledger[field]]))
  return { ...kept, situation: { ...said, ...known } }
}

/** Nothing told yet. */
const nothingTold: Kept = { facts: {} }

function readNow(): Kept {
  return readSaved(recall(nowName)) ?? nothingTold
}

/** What is being told now. */
function toldNow(now: number): Told {
  return toldAt(readNow(), now)
}

/** Follow what is being told, here or in another tab. */
export function useTold(now: number): Told {
  const text = useSyncExternalStore(
    (listener) => onKept((name) => name === nowName && listener()),
    () => JSON.stringify(recall(nowName)) ?? '',
  )
  if (rules === undefined && readNow().record !== undefined) use(ledgerRules())
  return useMemo(() => toldNow(now), [text, now])
}

/** Answer one question; null is "I do not know". */
export function tell(change: Partial<Situation>, now: number): Told {
  const kept = readNow()
  const said = situationOf(kept.facts, now)
  const next: Kept = { ...kept, facts: situationToJson({ ...said, ...change }) }
  keep(nowName, next)
  return toldAt(next, now)
}

/** A moment that a tap was taken for. */
export function tellRough(at: number): void {
  const kept = readNow()
  keep(nowName, { ...kept, roughAts: [...(kept.roughAts ?? []).slice(-9), at] })
}

/** The situation as a text may state it: a moment that nobody said exactly is left for the writer to fill in. */
export function statedIn({ situation, roughAts = [] }: Told): Situation {
  const isRough = situation.sentAt !== null && roughAts.includes(situation.sentAt)
  return isRough ? { ...situation, sentAt: null } : situation
}

/** Keep a text as the writer changed it; undefined goes back to the composed one. */
export function keepText(id: TextId, text: string | undefined): void {
  const kept = readNow()
  const { [id]: _, ...others } = kept.texts ?? {}
  keep(nowName, { ...kept, texts: text === undefined ? others : { ...others, [id]: text } })
}

/** A text as the writer changed it. */
export function textKept({ texts }: Kept, id: TextId): string | undefined {
  return texts?.[id]
}
