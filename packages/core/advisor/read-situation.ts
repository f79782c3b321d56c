/**
 * A situation from JSON, as a route, a file or the command line brings it. A field that is missing, null or "unknown" is
 * unknown; one that cannot be read is named with what it must be; what contradicts itself is asked about.
 */

import type { Instant } from '../instant.ts'
import { isProvince } from '../law/provinces.ts'
import { amountFromJson } from '../money.ts'
import { contradictionsOf, withoutContradictions, type Contradiction } from './contradictions.ts'
import { readLedgerFacts } from './read-ledger-facts.ts'
import { isObject, readList, readMoment, readWord, type FieldProblem, type Read } from './read-value.ts'
import {
  causes,
  evidenceKinds,
  fields,
  nothingKnown,
  phases,
  platforms,
  products,
  reachabilities,
  relations,
  waivers,
  type Field,
  type Situation,
} from './situation.ts'

export type SituationReading =
  { situation: Situation; contradictions: Contradiction[] } | { problems: FieldProblem[] }

function readAmount(value: unknown): Read<bigint> {
  const amount = amountFromJson(value)
  return amount === undefined || amount < 0n
    ? { problem: 'must be a whole number of fen, 0 or more' }
    : { value: amount }
}

function readProvince(value: unknown): Read<NonNullable<Situation['province']>> {
  return typeof value === 'string' && isProvince(value)
    ? { value }
    : { problem: 'must be the two letters of a province (GB/T 2260), or "outside"' }
}

const readers: { [F in Field]: (value: unknown) => Read<NonNullable<Situation[F]>> } = {
  platform: (value) => readWord(value, platforms),
  product: (value) => readWord(value, products),
  phase: (value) => readWord(value, phases),
  sentAt: readMoment,
  noticedAt: readMoment,
  amount: readAmount,
  claimedAmount: readAmount,
  cause: (value) => readWord(value, causes),
  relation: (value) => readWord(value, relations),
  reachability: (value) => readWord(value, reachabilities),
  waiver: (value) => readWord(value, waivers),
  evidence: (value) => readList(value, evidenceKinds),
  province: readProvince,
  ledger: readLedgerFacts,
}

const isUnknown = (value: unknown) => value === undefined || value === null || value === 'unknown'

/** Read a situation at a moment: what is known, with what contradicts itself; or every field at fault, by name. */
export function readSituation(json: unknown, now: Instant): SituationReading {
  if (!isObject(json)) return { problems: [{ field: '', message: 'must be an object' }] }
  const problems: FieldProblem[] = Object.keys(json)
    .filter((name) => !(fields as readonly string[]).includes(name))
    .slice(0, 20)
    .map((name) => ({ field: name.slice(0, 80), message: 'is no field of a situation' }))
  const known: Record<string, unknown> = {}
  for (const field of fields) {
    const value = Object.hasOwn(json, field) ? json[field] : undefined
    if (isUnknown(value)) continue
    const read: Read<unknown> = readers[field](value)
    if ('problem' in read) problems.push({ field: read.at ?? field, message: read.problem })
    else known[field] = read.value
  }
  if (problems.length > 0) return { problems }
  const said = { ...nothingKnown, ...known } as Situation
  const contradictions = contradictionsOf(said, now)
  return { situation: withoutContradictions(said, contradictions), contradictions }
}
