/** What the screens read, each under its key; the stream says when one is to be read again (touched.ts). */

import { QueryClient, queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { RefusalError, service } from './service.ts'

export type Me = Answer<'getMe'>
export type Wallet = Answer<'getWallet'>
export type Packet = Answer<'readPacket'>
export type Transfer = Answer<'readTransfer'>
export type Card = Answer<'getMemberCard'>

/** A client whose answers stay good until an event says otherwise; a "no" is an answer, and is not asked again. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 600_000,
        networkMode: 'always',
        refetchOnWindowFocus: true,
        refetchOnReconnect: true,
        retry: (failures, error) => !(error instanceof RefusalError) && failures < 1,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => service().getMe({ signal }),
})

export const walletQuery = queryOptions({
  queryKey: ['wallet'],
  queryFn: ({ signal }) => service().getWallet({ signal }),
})

export const packetQuery = (id: string) =>
  queryOptions({
    queryKey: ['packet', id],
    queryFn: ({ signal }) => service().readPacket({ path: { id }, signal }),
  })

export const transferQuery = (id: string) =>
  queryOptions({
    queryKey: ['transfer', id],
    queryFn: ({ signal }) => service().readTransfer({ path: { id }, signal }),
  })

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }) => service().getMemberCard({ path: { id }, signal }),
    staleTime: 600_000,
  })
