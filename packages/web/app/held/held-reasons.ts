/** Why the guard holds a send, in its words and with what it knew; both are fetched only where there is such a send. */

import { queryOptions } from '@tanstack/react-query'
import type { Language } from '@laisee/core/words/words.ts'
import { service } from '../data/service.ts'
import { isHeldByGuard, type HeldSend } from './held-send.ts'

/** Sentences by the reason's code. A verdict stands, so it is read once. */
export const heldReasonsQuery = (send: HeldSend, language: Language) =>
  queryOptions({
    queryKey: ['held-reasons', send.id, language],
    queryFn: async ({ signal }): Promise<Record<string, string>> => {
      const to = { path: { id: send.id }, signal }
      const reading =
        send.kind === 'packet' ? service().readPacketVerdict(to) : service().readTransferVerdict(to)
      const [verdict, { sayReason }] = await Promise.all([
        reading,
        import('@laisee/core/words/guard/say-reason.ts'),
      ])
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
      const said: Record<string, string> = {}
      for (const reason of verdict.reasons)
        said[reason.code] = sayReason(language, reason as Parameters<typeof sayReason>[1], { timeZone })
      return said
    },
    enabled: isHeldByGuard(send),
    staleTime: Infinity,
  })
