/** Doing what may need a step-up: first as it is; where the service asks for one, once more with the proof. */

import { useState } from 'react'
import { isRefusal } from '../words/failure.ts'
import type { Proof, StepUpAsk } from './passkeys-data.ts'
import { faultOf, needOf, type StepUpNeed } from './step-up.ts'

export interface Task {
  /** What would be signed, and in words. */
  ask: StepUpAsk
  facts: string
  /** Do it; what it throws is told to `onFailed`, unless it asks for a step-up. */
  run: (proof: Proof | undefined) => Promise<void>
  onFailed: (error: unknown) => void
}

export interface Asked {
  task: Task
  need: StepUpNeed
  fault: string | undefined
}

export interface Proving {
  /** What waits for a step-up. */
  asked: Asked | undefined
  isBusy: boolean
  start: (task: Task) => void
  give: (proof: Proof) => void
  close: () => void
}

export function useProved(): Proving {
  const [asked, setAsked] = useState<Asked>()
  const [isBusy, setBusy] = useState(false)
  const attempt = (task: Task, proof: Proof | undefined, before: StepUpNeed | undefined) => {
    setBusy(true)
    task
      .run(proof)
      .then(
        () => setAsked(undefined),
        (error: unknown) => {
          const refusal = isRefusal(error) ? error : undefined
          const need = refusal && (needOf(refusal) ?? (faultOf(refusal) === undefined ? undefined : before))
          if (refusal && need) return setAsked({ task, need, fault: faultOf(refusal) })
          setAsked(undefined)
          task.onFailed(error)
        },
      )
      .finally(() => setBusy(false))
  }
  return {
    asked,
    isBusy,
    start: (task) => !isBusy && attempt(task, undefined, undefined),
    give: (proof) => asked && !isBusy && attempt(asked.task, proof, asked.need),
    close: () => setAsked(undefined),
  }
}
