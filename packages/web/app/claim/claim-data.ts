/** What a packet's link shows: to anyone, and to whoever is signed in. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'

export type LinkLook = Answer<'lookAtLink'>

/** How often a cover by link looks again: nobody tells a stranger of a packet. */
export const lookEveryMs = 3_000

const alive: readonly LinkLook['state'][] = ['undo', 'open', 'paused']

/** Whether what became of it is still open. */
export function isAlive(state: LinkLook['state']): boolean {
  return alive.includes(state)
}

/** What anyone may know who holds the link. */
export const lookQuery = (token: string) =>
  queryOptions({
    queryKey: ['link-look', token],
    queryFn: ({ signal }) => service().lookAtLink({ body: { token }, signal }),
    refetchInterval: ({ state }) => (state.data && isAlive(state.data.state) ? lookEveryMs : false),
  })

/** The packet behind the link, as this member may see it. */
export const openLinkQuery = (token: string, memberId: string) =>
  queryOptions({
    queryKey: ['link', token, memberId],
    queryFn: ({ signal }) => service().openPacketLink({ body: { token }, signal }),
    refetchInterval: ({ state }) =>
      state.data && state.data.myShare === null && isAlive(state.data.state) ? lookEveryMs : false,
  })
