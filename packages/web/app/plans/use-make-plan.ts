/** Making a split plan from the form of a transfer: it moves no money, and leads to the plan's page. */

import { newKey } from '@laisee/client/new-key.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Ask } from '@laisee/client/client.ts'
import type { Amount } from '@laisee/core/money.ts'
import { isFinalNo } from '../data/final-no.ts'
import { service } from '../data/service.ts'
import { forgetDraft } from '../send/drafts.ts'
import { failureText } from '../words/failure.ts'
import { planQuery } from './plans-data.ts'

export interface MakePlan {
  isBusy: boolean
  error: string | undefined
  make: (ask: { body: Ask<'sendTransfer'>['body']; parts: readonly Amount[] }) => Promise<void>
}

export function useMakePlan(draft: string): MakePlan {
  const go = useNavigate()
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  // The same plan asked for again keeps its key until it is answered.
  const asked = useRef<{ text: string; key: string }>(undefined)
  const make: MakePlan['make'] = async ({ body: { payeeId, amount: total, note }, parts }) => {
    const body = { payeeId, total, parts: parts.map(Number), ...(note === undefined ? {} : { note }) }
    const text = JSON.stringify(body)
    if (asked.current?.text !== text) asked.current = { text, key: newKey() }
    setBusy(true)
    setError(undefined)
    try {
      const plan = await service().makeSplitPlan({ body, idempotencyKey: asked.current.key })
      queries.setQueryData(planQuery(plan.id).queryKey, plan)
      forgetDraft(draft)
      await go({ to: '/plans/$planId', params: { planId: plan.id }, replace: true })
    } catch (failure) {
      if (isFinalNo(failure)) asked.current = undefined
      setError(failureText(failure))
    }
    setBusy(false)
  }
  return { isBusy, error, make }
}
