/** What the guard's verdicts promise: the fingerprint kept with a send is that of what was shown, and what was asked was confirmed. */

import { shownHash, type Shown } from '@laisee/core/guard/shown.ts'
import type { Tx } from '../db/db.ts'
import type { Check, CheckResult, Difference } from '../ledger/check.ts'
import { auditVerdicts, type VerdictFound } from './verdict-checks.sql.ts'

const pageRows = 1_000
const toldMax = 20
const name = 'verdicts_say_what_was_shown'
const promise =
  'Every verdict has the fingerprint of what was shown, which is the send it is kept with; what was asked was confirmed, and nothing was sent that was refused.'

/** What is wrong with a verdict, or nothing. */
function wrongWith(verdict: VerdictFound): string | undefined {
  const { payerId, outcome, asks, confirmed, shown, amount } = verdict
  if (amount === null) return 'is a verdict on no send'
  if (shownHash(shown as unknown as Shown) !== verdict.shownHash)
    return 'has the fingerprint of something else than was shown'
  if (shown.payerId !== payerId || shown.outcome !== outcome || BigInt(Number(shown.amount)) !== amount)
    return `showed another payer, sum or outcome than ${payerId}, ${amount} fen, ${outcome}`
  if ((asks || outcome === 'confirm') && !confirmed) return 'was asked about and never confirmed'
  return outcome === 'refuse' ? 'was sent although it was refused' : undefined
}

/** SQL cannot spell JSON as the fingerprint needs it: the rows are read page by page, in the report's snapshot. */
async function run(tx: Tx): Promise<CheckResult> {
  let looked = 0
  const found: Difference[] = []
  for (let after = ''; ;) {
    const page = await tx.run(auditVerdicts, after, pageRows)
    for (const verdict of page) {
      const says = wrongWith(verdict)
      if (says !== undefined) found.push({ about: verdict.sendId, says })
    }
    looked += page.length
    if (page.length < pageRows) break
    after = page.at(-1)!.sendId
  }
  const different = found.length
  return {
    check: name,
    promise,
    ok: different === 0,
    looked,
    different,
    differences: found.slice(0, toldMax),
  }
}

export const verdictChecks: readonly Check[] = [{ name, run }]
