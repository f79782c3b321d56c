/** Pressing the button of a form: what is being done, what was refused, and where to go once it is sent. */

import { useEffect, useRef, useState } from 'react'
import { useNow } from '../data/service-time.ts'
import type { RefusalError } from '../data/service.ts'
import type { Proof } from '../passkeys/passkeys-data.ts'
import { proved, stepUpQuestionOf, type StepUpNeed, type StepUpQuestion } from '../passkeys/step-up.ts'
import type { Sent } from './outcome.ts'
import { confirmed, questionOf, type Question } from './question.ts'
import { usePendingSends, type PendingSend } from './pending.ts'
import { askState, onSettled, sendOnce } from './send-once.ts'

export interface Sending {
  /**
   * `asking`: the answer is on its way; `open`: none came, and the bar below sees to it; `sent`: the page is being
   * left, and must not send once more meanwhile.
   */
  state: 'idle' | 'asking' | 'open' | 'sent'
  /** It is taking longer than people expect. */
  isSlow: boolean
  refusal: RefusalError | undefined
  /** What the service asks before it sends this. */
  question: Question | undefined
  /** Send after all, as it was shown. */
  confirm: () => void
  /** What waits for a passkey before it is sent. */
  stepUp: StepUpQuestion | undefined
  /** Send after all, with the proof, under a new key. */
  prove: (proof: Proof) => void
  /** The form was changed: what was refused is no news any more. */
  forgetRefusal: () => void
  press: (ask: Omit<PendingSend, 'key' | 'cancelKey' | 'memberId' | 'pressedAt' | 'page' | 'draft'>) => void
}

const slowMs = 3_000

/** Sending from the form of a draft. */
export function useSend(draft: string, onSent: (sent: Sent) => void): Sending {
  const pending = usePendingSends().find((one) => one.draft === draft)
  const [refusal, setRefusal] = useState<RefusalError>()
  const [question, setQuestion] = useState<Question>()
  const [stepUp, setStepUp] = useState<StepUpQuestion>()
  const need = useRef<StepUpNeed>(undefined)
  const [isSent, setSent] = useState(false)
  // A second tap may come before the first one's answer is on the screen.
  const wasSent = useRef(false)
  const now = useNow(1_000)
  useEffect(() =>
    onSettled((settled) => {
      if (settled.pending.draft !== draft) return
      if (settled.outcome.result === 'refused') {
        const { error } = settled.outcome
        const waits = stepUpQuestionOf(error, settled.pending, need.current)
        if (waits) {
          need.current = waits.need
          return setStepUp(waits)
        }
        const asked = questionOf(error, settled.pending)
        return asked ? setQuestion(asked) : setRefusal(error)
      }
      wasSent.current = true
      setSent(true)
      onSent(settled.outcome.sent)
    }),
  )
  const isAsking =
    pending !== undefined && askState(pending.key).isAsking && !askState(pending.key).isUnanswered
  const press: Sending['press'] = (ask) => {
    if (wasSent.current) return
    setRefusal(undefined)
    setQuestion(undefined)
    setStepUp(undefined)
    void sendOnce({ ...ask, draft })
  }
  return {
    state: isSent ? 'sent' : pending === undefined ? 'idle' : isAsking ? 'asking' : 'open',
    isSlow: isAsking && now - pending.pressedAt > slowMs,
    refusal,
    question,
    stepUp,
    prove: (proof) => stepUp && press(proved(stepUp, proof)),
    confirm: () => question && press(confirmed(question)),
    forgetRefusal: () => {
      setRefusal(undefined)
      setQuestion(undefined)
      setStepUp(undefined)
    },
    press,
  }
}
