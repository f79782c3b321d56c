/** The verbs of an undo bar: each is pressed under one key until it is answered, and what it did is said. */

import { newKey } from '@laisee/client/new-key.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalError, UnansweredError } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import type { OwnSend } from './sends-data.ts'
import { pauseSend, recallSend, undoSend, type VerbAsk } from './undo-send.ts'

export type Verb = 'undo' | 'pause' | 'recall'
export interface Said {
  text: string
  tone: 'good' | 'warn'
  /** What may be pressed next: the same once more, or a recall where it was delivered a moment before. */
  next?: Verb
  /** Undone: the draft may be taken up again. */
  isUndone?: boolean
}

/** What can be done with a send from its bar; the bar is held while something is done or said. */
export function useVerbs(send: OwnSend, onHold: () => void) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [busy, setBusy] = useState<Verb>()
  const [said, setSaid] = useState<Said>()
  // A press keeps its key until it is answered.
  const keys = useRef(new Map<Verb, string>())
  const run = async (verb: Verb) => {
    if (busy !== undefined) return
    setBusy(verb)
    if (verb !== 'pause') onHold()
    const key = keys.current.get(verb) ?? newKey()
    keys.current.set(verb, key)
    const ask: VerbAsk = { send, key, queries, t }
    try {
      if (verb === 'pause') await pauseSend(ask)
      else if (verb === 'undo') setSaid({ text: await undoSend(ask), tone: 'good', isUndone: true })
      else setSaid({ text: await recallSend(ask), tone: 'good' })
      keys.current.delete(verb)
    } catch (error) {
      onHold()
      if (error instanceof RefusalError) keys.current.delete(verb)
      setSaid(saidOf(error, verb, send, t))
    }
    setBusy(undefined)
  }
  return { busy, said, run }
}

function saidOf(error: unknown, verb: Verb, send: OwnSend, t: VerbAsk['t']): Said {
  if (error instanceof RefusalError && error.code === 'undo_window_over') {
    const late = send.kind === 'packet' ? 'sent.bars.late' : 'sent.bars.lateTransfer'
    return { text: t(late), tone: 'warn', next: 'recall' }
  }
  if (error instanceof UnansweredError) return { text: t('sent.bars.unanswered'), tone: 'warn', next: verb }
  return { text: failureText(error), tone: 'warn' }
}
