/**
 * A check of an audit: one statement that compares what is stored with what it should be, and words for a person about
 * each thing that differs. Checks only read, and all of a report's checks read one snapshot.
 */

import { toIso } from '@laisee/core/instant.ts'
import { formatYuan } from '@laisee/core/money.ts'
import type { Db, Tx } from '../db/db.ts'
import type { Statement } from '../db/statement.ts'

export interface Difference {
  /** The account, packet, transfer or source it is about. */
  about: string
  says: string
}

export interface CheckResult {
  check: string
  /** What is true while the check is ok, as a sentence. */
  promise: string
  ok: boolean
  /** How many things were looked at, and how many of them differ. */
  looked: number
  different: number
  /** The first of those that differ, twenty at most. */
  differences: Difference[]
}

export interface AuditReport {
  /** The moment of the snapshot, in RFC 3339. */
  at: string
  ok: boolean
  checks: CheckResult[]
}

/** The one row each check's statement gives. */
export interface CheckRow {
  looked: bigint
  different: bigint
  /** The first that differ, as a JSON list. */
  first: string
}

export interface Check {
  name: string
  run(tx: Tx): Promise<CheckResult>
}

/** Declare a check: its name, the sentence it holds, its statement, and what to say of each difference. */
export function check<Found>(
  name: string,
  promise: string,
  statement: Statement<[], CheckRow>,
  say: (found: Found) => Difference,
): Check {
  return {
    name,
    async run(tx) {
      const { looked, different, first } = (await tx.one(statement))!
      const differences = (JSON.parse(first) as Found[]).map(say)
      return {
        check: name,
        promise,
        ok: different === 0n,
        looked: Number(looked),
        different: Number(different),
        differences,
      }
    },
  }
}

/** Run checks one after the other in one snapshot, while traffic runs. */
export function runChecks(db: Db, checks: readonly Check[]): Promise<AuditReport> {
  return db.snapshot(async (tx) => {
    const at = toIso(await tx.now())
    const results: CheckResult[] = []
    for (const each of checks) results.push(await each.run(tx))
    return { at, ok: results.every((result) => result.ok), checks: results }
  })
}

/** Fen from SQL's text as yuan, for a sentence. */
export function yuan(fen: string): string {
  return formatYuan(BigInt(fen))
}
