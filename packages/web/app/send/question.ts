/** A "no" of the guard, which its sender can answer where it asks: what was shown, and the send that waits. Pure. */

import type { Shown } from '@laisee/core/guard/shown.ts'
import type { RefusalCode } from '@laisee/core/refusals.ts'
import type { RefusalError } from '../data/service.ts'
import type { PendingSend } from './pending.ts'
import { withMore } from './with-more.ts'

const codes = [
  'guard_refused',
  'confirmation_needed',
  'confirmation_stale',
] as const satisfies readonly RefusalCode[]

/** A send that waits for its sender's word. */
export interface Question extends Pick<PendingSend, 'what' | 'toName' | 'amount'> {
  code: (typeof codes)[number]
  reasons: Shown['reasons']
  /** Those of them for which it is refused. */
  decisive: Shown['reasons']
  /** What is asked about, and its fingerprint; nothing where it is refused. */
  shown: Shown | undefined
  shownHash: string | undefined
}

/** The guard's question about a send; undefined where the refusal is none of the guard's. */
export function questionOf(
  { code, problem }: Pick<RefusalError, 'code' | 'problem'>,
  { what, toName, amount }: Pick<PendingSend, 'what' | 'toName' | 'amount'>,
): Question | undefined {
  const data = new Map<string, unknown>(Object.entries(problem))
  const [reasons, shown, shownHash] = ['reasons', 'shown', 'shownHash'].map((field) => data.get(field))
  const known = codes.find((one) => one === code)
  if (known === undefined) return undefined
  const all = Array.isArray(reasons) ? (reasons as (Shown['reasons'][number] & { outcome?: string })[]) : []
  return {
    code: known,
    what,
    toName,
    amount,
    reasons: all,
    decisive: all.filter(({ outcome }) => outcome !== undefined && outcome === data.get('outcome')),
    shown: Array.isArray(shown) ? (shown[0] as Shown) : undefined,
    shownHash: typeof shownHash === 'string' ? shownHash : undefined,
  }
}

/** The same send, confirmed against what was shown. */
export function confirmed({
  what,
  toName,
  amount,
  shownHash = '',
}: Question): Pick<PendingSend, 'what' | 'toName' | 'amount'> {
  return { what: withMore(what, { confirmation: { shownHash } }), toName, amount }
}
