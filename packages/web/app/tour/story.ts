/**
 * The first run as a story: which step one is at, moved on by what really happens to a packet and not by a "next".
 * Pure: a step and what happened in, a step out.
 */

export interface Happened {
  /** Which phone heard it. */
  seat: string
  kind: string
  packetId: string
  data: Readonly<Record<string, unknown>>
}

export type Hint = 'undone' | 'claimedOut' | 'ended' | 'notLucky' | 'tooFew'

export type Step =
  | { name: 'intro' }
  | { name: 'send'; hint?: Hint }
  | { name: 'wait' | 'claim' | 'recall'; packetId: string }
  | { name: 'done'; packetId: string; returned: number }

/** Who sits where. */
export interface Pair {
  leftId: string
  rightId: string
}

/** The steps that are counted; what comes before and after them is not. */
export const countedSteps = ['send', 'wait', 'claim', 'recall'] as const

/** Which phone the next thing to do is on. */
export function phoneOf(step: Step): 'left' | 'right' | undefined {
  if (step.name === 'claim') return 'right'
  return step.name === 'send' || step.name === 'wait' || step.name === 'recall' ? 'left' : undefined
}

function sent({ seat, data, packetId }: Happened): Step | undefined {
  if (seat !== 'left') return undefined
  if (data.kind !== 'lucky' || typeof data.groupId !== 'string') return { name: 'send', hint: 'notLucky' }
  if (typeof data.count === 'number' && data.count < 2) return { name: 'send', hint: 'tooFew' }
  return { name: 'wait', packetId }
}

function isClaimedBy(memberId: string, { data }: Happened): boolean {
  const claims = Array.isArray(data.claims) ? (data.claims as unknown[]) : []
  return claims.some((claim) => (claim as { memberId?: unknown } | null)?.memberId === memberId)
}

const badEnds: Readonly<Record<string, Hint>> = {
  'packet.undone': 'undone',
  'packet.claimed_out': 'claimedOut',
  'packet.declined': 'ended',
  'packet.expired': 'ended',
}

/** The step after something happened; the same one where it has nothing to do with the story. */
export function nextStep(step: Step, happened: Happened, pair: Pair): Step {
  if (step.name === 'done') return step
  // Whoever sends without pressing "begin" has begun.
  if (step.name === 'intro' || step.name === 'send')
    return happened.kind === 'packet.sent' ? (sent(happened) ?? step) : step
  if (happened.packetId !== step.packetId) return step
  const { packetId } = step
  if (happened.kind === 'packet.recalled') {
    const { returned } = happened.data
    return { name: 'done', packetId, returned: typeof returned === 'number' ? returned : 0 }
  }
  const hint = badEnds[happened.kind]
  if (hint) return { name: 'send', hint }
  if (happened.kind === 'packet.delivered' && step.name === 'wait') return { name: 'claim', packetId }
  if (happened.kind === 'packet.claimed' && isClaimedBy(pair.rightId, happened))
    return { name: 'recall', packetId }
  return step
}
