/**
 * What the service says of a send before it is pressed: whose word it would wait for, what its limits leave, whether the
 * typed name is the payee's. It is asked once the form stands still, and its answer is for exactly what is filled in.
 */

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Answer } from '@laisee/client/client.ts'
import { RefusalError, service } from '../data/service.ts'
import { limitsQuery } from '../limits/limits-data.ts'
import type { What } from './pending.ts'
import type { PurseDraft } from './purse-fields.ts'

export type Preview = Answer<'previewTransfer'>

export interface Ahead {
  preview: Preview | undefined
  /** Why it could not be sent as it is. */
  refusal: RefusalError | undefined
  /** The answer is on its way. */
  isLooking: boolean
}

const stillMs = 400

/** Look ahead where another than the sender may have a say, or a name is to be checked. */
export function useAheadOf(
  draft: PurseDraft & { payeeName: string },
  what: Exclude<What, { kind: 'part' | 'share' }> | undefined,
): Ahead {
  const { data: limits } = useQuery(limitsQuery)
  const isOthers = draft.paidFrom !== '' || draft.onBehalfOf !== ''
  const isMinor = limits !== undefined && limits.band !== 'adult'
  return useAhead(what, isOthers || isMinor || draft.payeeName.trim() !== '')
}

/** Look ahead at what is filled in, where that is wanted and nothing is to mend. */
function useAhead(what: What | undefined, isWanted: boolean): Ahead {
  const asked = what && isWanted ? JSON.stringify(what) : undefined
  const still = useStill(asked)
  const isStill = asked !== undefined && asked === still
  const { data, error, isFetching } = useQuery({
    queryKey: ['ahead', still],
    queryFn: ({ signal }) => {
      const { kind, body } = JSON.parse(still!) as Exclude<What, { kind: 'part' | 'share' }>
      if (kind === 'ladder') return service().previewLadder({ body, signal })
      return kind === 'packet'
        ? service().previewPacket({ body, signal })
        : service().previewTransfer({ body, signal })
    },
    enabled: isStill,
    staleTime: 15_000,
    gcTime: 60_000,
    retry: false,
  })
  return {
    preview: isStill ? data : undefined,
    refusal: isStill && error instanceof RefusalError ? error : undefined,
    isLooking: asked !== undefined && (!isStill || (isFetching && data === undefined)),
  }
}

/** A text once it has not changed for a while; nothing at once where there is none. */
function useStill(text: string | undefined): string | undefined {
  const [still, setStill] = useState<string>()
  useEffect(() => {
    const timer = setTimeout(() => setStill(text), text === undefined ? 0 : stillMs)
    return () => clearTimeout(timer)
  }, [text])
  return still
}
