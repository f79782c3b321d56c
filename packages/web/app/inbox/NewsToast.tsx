/**
 * A notice that comes while the app is open says itself in passing, unless it came in quiet hours, was read already, or
 * is about the page that is being looked at. It is in the inbox all the same. Loaded once the app stands idle.
 */

import { useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'
import type { StreamedEvent } from '@laisee/client/events.ts'
import { noticeEvents, noticeOf, type Notice, type ToldEvent } from '@laisee/core/notice.ts'
import { rings } from '@laisee/core/ringing.ts'
import { say } from '../../ui/Toasts.tsx'
import { useEvents } from '../data/live.ts'
import { serviceNow } from '../data/service-time.ts'
import { service } from '../data/service.ts'
import { useSession } from '../session/session.ts'
import { namesIn } from './inbox-data.ts'
import { whereOf } from './notice-look.ts'
import { noticeText } from './notice-text.ts'

/** Events older than this are the past, told again after a lost connection: they ring no more. */
const freshMs = 60_000
const keptMax = 50

export function NewsToast(): null {
  const queries = useQueryClient()
  const memberId = useSession()?.memberId
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const rung = useRef<Notice[]>([])
  const tell = useCallback(
    async (made: Notice) => {
      // The service knows whether the hours are quiet, what is done already, and what everyone is called.
      const part = await service().readInbox({ query: { limit: 10 } })
      const notice = part.items.find(({ sourceId, seq }) => sourceId === made.sourceId && seq === made.seq)
      if (!notice || notice.read || !rings(made, rung.current, notice.quiet)) return
      rung.current = [made, ...rung.current].slice(0, keptMax)
      say(noticeText(notice, namesIn([part])))
      void queries.invalidateQueries({ queryKey: ['inbox', 'count'] })
    },
    [queries],
  )
  const hear = useCallback(
    (event: StreamedEvent) => {
      if (memberId === undefined || !noticeEvents.includes(event.kind)) return
      if (serviceNow() - Date.parse(event.at) > freshMs) return
      const reader = { memberId, hasClaimed: () => false }
      const made = noticeOf(event as ToldEvent, reader)
      if (!made || path.endsWith(made.sourceId) || path === '/inbox' || path === whereOf(made)) return
      tell(made).catch(() => undefined)
    },
    [memberId, path, tell],
  )
  useEvents(hear)
  return null
}
