/**
 * How the advisor's answers lie on this device: the one being told, and those that were saved. Nothing here knows the
 * rules, so that the page of a packet can begin one without loading them.
 */

import { keep, recall } from '../session/keep.ts'
import { ofSeat } from '../session/seat.ts'

/** A packet or a transfer as the service told it, without anything about people or words. */
export interface LedgerRecord {
  kind: 'packet' | 'transfer'
  id: string
  /** When it was read, by the service's clock. */
  readAt: number
  row: Readonly<Record<string, unknown>>
}

export interface Kept {
  /** A situation as JSON. */
  facts: Readonly<Record<string, unknown>>
  record?: LedgerRecord
  /** Texts as the writer changed them, by their ids. */
  texts?: Readonly<Record<string, string>>
  /** Moments that a tap was taken for: good enough for a clock, never written into a text as if somebody had said them. */
  roughAts?: readonly number[]
}

export interface Saved extends Kept {
  id: string
  name: string
  savedAt: number
}

export const nowName = ofSeat('help')
export const savedName = ofSeat('help-saved')
const savedMax = 50

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRecord = (value: unknown): value is LedgerRecord =>
  isObject(value) &&
  (value.kind === 'packet' || value.kind === 'transfer') &&
  typeof value.id === 'string' &&
  typeof value.readAt === 'number' &&
  isObject(value.row)

/** What was kept, where it can be read. */
export function readSaved(value: unknown): Kept | undefined {
  if (!isObject(value) || !isObject(value.facts)) return undefined
  const texts = isObject(value.texts)
    ? Object.fromEntries(
        Object.entries(value.texts).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      )
    : undefined
  return {
    facts: value.facts,
    ...(isRecord(value.record) ? { record: value.record } : {}),
    ...(texts ? { texts } : {}),
    ...(Array.isArray(value.roughAts)
      ? { roughAts: (value.roughAts as unknown[]).filter((at) => typeof at === 'number') }
      : {}),
  }
}

/** Whether anything has been told yet. */
export function hasTold({ facts, record }: Kept): boolean {
  return record !== undefined || Object.values(facts).some((value) => value !== null)
}

/** The saved ones, the latest first. */
export function savedOnes(): Saved[] {
  const all = recall(savedName)
  if (!Array.isArray(all)) return []
  return (all as unknown[]).flatMap((one) => {
    const kept = readSaved(one)
    const { id, name, savedAt } = one as Partial<Saved>
    const isWhole = typeof id === 'string' && typeof name === 'string' && typeof savedAt === 'number'
    return kept && isWhole ? [{ ...kept, id, name, savedAt }] : []
  })
}

/** Save what is being told under a name. */
export function saveNow(name: string, now: number): void {
  const kept = readSaved(recall(nowName))
  if (!kept) return
  const id = `${now}-${Math.round(performance.now())}`
  keep(savedName, [{ ...kept, id, name, savedAt: now }, ...savedOnes()].slice(0, savedMax))
}

/** Go on with a saved one. */
export function reopen({ id: _, name: __, savedAt: ___, ...kept }: Saved): void {
  keep(nowName, kept)
}

/** Delete a saved one. */
export function forget(id: string): void {
  keep(
    savedName,
    savedOnes().filter((one) => one.id !== id),
  )
}

/** Begin with money of our own: its record, and nothing said yet. */
export function beginWithRecord(kind: LedgerRecord['kind'], answer: { id: string }, now: number): void {
  const row = Object.fromEntries(Object.entries(answer).filter(([name]) => recordFields.includes(name)))
  keep(nowName, { facts: {}, record: { kind, id: answer.id, readAt: now, row } } satisfies Kept)
}

/** What the rules read of it; names, greetings and notes are left where they are. */
const recordFields: readonly string[] = [
  ...['id', 'kind', 'profile', 'total', 'count', 'state', 'claimedCount', 'claimedAmount', 'returnedAmount'],
  ...[
    'sentAt',
    'deliverAt',
    'expireAt',
    'askedNotToOpenAt',
    'closedAt',
    'amount',
    'delayS',
    'needsAcceptance',
  ],
  ...['acceptBy', 'acceptedAt', 'arriveAt', 'approveBy', 'heldUntil', 'heldReleaseFrom'],
]
