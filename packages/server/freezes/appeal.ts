/** Objecting to a freeze, and answering that: the frozen person's word, and somebody else's than whoever froze it. */

import type { Actor } from '@laisee/core/actor.ts'
import { refuseField } from '@laisee/core/field.ts'
import {
  appealTextLengthMax,
  decideAnswerAppeal,
  decideAppeal,
  decideRelease,
  freezeNoteLengthMax,
  keptActor,
  type AppealOutcome,
} from '@laisee/core/freeze.ts'
import { basisRules } from '@laisee/core/freeze-basis.ts'
import { toIso } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { readLine } from './freeze.ts'
import { answerAppealRow, appealsOfFreezes, insertAppeal } from './appeals.sql.ts'
import type { FreezeRow } from './freezes.sql.ts'
import { ownsFreeze } from './read.ts'
import { endOne, lockFreeze } from './release.ts'
import { isParty, tellOwner, type Subject } from './subject.ts'

export interface AppealAsk {
  freezeId: string
  memberId: string
  text: string
}

/** Object to a freeze of one's own money, or of one's organisation's. */
export async function appealFreeze(tx: Tx, ask: AppealAsk): Promise<FreezeRow> {
  const text = ask.text.trim()
  if (text === '' || text.length > appealTextLengthMax)
    throw new RefusalError(refuseField('text', `must be a text of 1 to ${appealTextLengthMax} characters`))
  const { subject, freeze } = await lockFreeze(tx, ask.freezeId)
  if (!(await ownsFreeze(tx, freeze, ask.memberId))) throw new RefusalError(refuse('not_found'))
  const appeals = await tx.run(appealsOfFreezes, [freeze.subjectId], [freeze.id])
  orThrow(decideAppeal(freeze, appeals, subject.now))
  const appealNo = appeals.length + 1
  const at = subject.now
  await tx.run(insertAppeal, freeze.subjectId, freeze.id, appealNo, text, toIso(at), ask.memberId)
  await tellOwner(tx, subject, {
    kind: 'freeze.appealed',
    at,
    data: { freezeId: freeze.id, appealNo, by: ask.memberId },
  })
  return freeze
}

export interface AnswerAppealAsk {
  freezeId: string
  outcome: AppealOutcome
  /** What the frozen person is told. */
  answer: string
  by: Actor
}

/** Answer the objection that waits. One that is right ends the freeze. */
export async function answerAppeal(tx: Tx, ask: AnswerAppealAsk): Promise<FreezeRow> {
  const answer = readLine(ask.answer, 'answer', freezeNoteLengthMax)
  const { subject, freeze } = await lockFreeze(tx, ask.freezeId)
  const appeals = await tx.run(appealsOfFreezes, [freeze.subjectId], [freeze.id])
  const facts = { by: ask.by, isParty: await isParty(tx, subject, ask.by, freeze.aboutId) }
  const { appealNo } = orThrow(decideAnswerAppeal(freeze, appeals, facts, subject.now))
  const at = subject.now
  const by = keptActor(ask.by)
  await tx.run(answerAppealRow, freeze.subjectId, freeze.id, appealNo, ask.outcome, answer, toIso(at), by)
  const ended = ask.outcome === 'upheld' ? await uphold(tx, subject, freeze, answer, by) : freeze
  await tellOwner(tx, subject, {
    kind: 'freeze.appeal_answered',
    at,
    data: { freezeId: freeze.id, appealNo, outcome: ask.outcome, answer },
  })
  return ended
}

/** What an order froze was entered wrongly here, or it stays; what the service froze by itself is cleared. */
function uphold(tx: Tx, subject: Subject, freeze: FreezeRow, note: string, by: string): Promise<FreezeRow> {
  const reason = basisRules[freeze.basis].isOrder ? 'entered_wrongly' : 'cleared'
  orThrow(decideRelease(freeze, { isParty: false, reason }, subject.now))
  return endOne(tx, subject, freeze, { at: subject.now, by, reason, note })
}
