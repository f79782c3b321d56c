/** What the screens of returns read: one request, those about a packet or transfer, whom one may ask, both lists. */

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'

export type ReturnRequest = Answer<'readReturnRequest'>
export type ReturnPreview = Answer<'previewPacketReturns'>
export type Asked = Answer<'askPacketReturns'>
export type Side = 'made' | 'received'

export const isPacket = (sourceId: string): boolean => sourceId.startsWith('pkt_')

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['returns', 'one', id],
    queryFn: ({ signal }) => service().readReturnRequest({ path: { id }, signal }),
    staleTime: 5_000,
  })

/** The requests about a packet or transfer that the reader may see, in order of asking. */
export const aboutQuery = (sourceId: string) =>
  queryOptions({
    queryKey: ['returns', 'about', sourceId],
    queryFn: async ({ signal }) => {
      const ask = { path: { id: sourceId }, signal }
      const { requests } = isPacket(sourceId)
        ? await service().listPacketReturns(ask)
        : await service().listTransferReturns(ask)
      return requests
    },
    staleTime: 5_000,
  })

/**
 * Whom one may ask, what each of them still has, and until when they may be given to answer. The cause is one whose
 * text has no blank, so that no answer is about the text: the screen writes and checks that itself.
 */
export const previewQuery = (sourceId: string, to?: string) =>
  queryOptions({
    queryKey: ['returns', 'preview', sourceId, to ?? 'everyone'],
    queryFn: ({ signal }) => {
      const path = { id: sourceId }
      const body = { cause: 'AC03' as const }
      return isPacket(sourceId)
        ? service().previewPacketReturns({
            path,
            body: { ...body, ...(to === undefined ? {} : { recipientIds: [to] }) },
            signal,
          })
        : service().previewTransferReturn({ path, body, signal })
    },
    staleTime: 0,
  })

const requestsAPage = 30

export const listQuery = (side: Side) =>
  infiniteQueryOptions({
    queryKey: ['returns', 'list', side],
    queryFn: ({ pageParam, signal }) =>
      service().listReturnRequests({
        query: { side, limit: requestsAPage, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 5_000,
  })

/** How many requests wait for the reader's answer, of the latest. */
export const waitingQuery = queryOptions({
  queryKey: ['returns', 'waiting'],
  queryFn: async ({ signal }) => {
    const { items } = await service().listReturnRequests({ query: { side: 'received', limit: 50 }, signal })
    return items.filter(({ open }) => open)
  },
  staleTime: 5_000,
})
