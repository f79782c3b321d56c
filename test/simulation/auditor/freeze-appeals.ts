/** What whoever is frozen says against it, and who answers: somebody else than whoever froze. */

import type { Ask } from '../asks.ts'
import { bases } from './freeze-basis.ts'
import { appealsMax, end, nowOf, over, shown } from './freezes.ts'
import { barredFromStaff } from './house.ts'
import { isPartyToFreeze } from './parties.ts'
import { bodyOf, no, yes, type Verdict, type World } from './world.ts'

/** One objection at a time, and three in all. */
function appealFreeze(w: World, { as, params }: Ask): Verdict {
  const f = w.freezes.get(params!.id!)
  if (f?.owner !== as) return no('not_found')
  const ended = over(w, f)
  if (ended) return ended
  if (f.appeals.some(({ answered }) => !answered)) return no('already_appealed')
  if (f.appeals.length >= appealsMax) return no('appeals_max', { max: appealsMax })
  return yes(() => {
    f.appeals.push({ answered: false })
    const facts = { freezeId: f.id, appealNo: f.appeals.length, by: as }
    w.tell(f.owner, 'freeze.appealed', [f.owner], facts, nowOf(w, f))
    return { id: f.id, appealsLeft: appealsMax - f.appeals.length }
  })
}

/** An objection that is right ends the freeze. */
function answerFreezeAppeal(w: World, ask: Ask): Verdict {
  const { outcome, answer } = bodyOf<{ outcome: string; answer: string }>(ask)
  const barred = barredFromStaff(w, ask.as, 'dispute_agent')
  if (barred) return barred
  const f = w.freezes.get(ask.params!.id!)
  if (!f) return no('not_found')
  if (isPartyToFreeze(w, f, ask.as, nowOf(w, f)) || f.by === ask.as) return no('own_act')
  const ended = over(w, f)
  if (ended) return ended
  const waiting = f.appeals.findIndex(({ answered }) => !answered)
  if (waiting < 0) return no('nothing_appealed')
  const reason = bases[f.basis]!.isOrder ? 'entered_wrongly' : 'cleared'
  const at = nowOf(w, f)
  return yes(() => {
    f.appeals[waiting]!.answered = true
    if (outcome === 'upheld') end(w, f, reason)
    const facts = { freezeId: f.id, appealNo: waiting + 1, outcome, answer }
    w.tell(f.owner, 'freeze.appeal_answered', [f.owner], facts, at)
    return { ...shown(f), releaseReason: outcome === 'upheld' ? reason : null }
  })
}

export const freezeAppealRules: Record<string, (w: World, ask: Ask) => Verdict> = {
  appealFreeze,
  answerFreezeAppeal,
}
