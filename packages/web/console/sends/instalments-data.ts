/** What is given back of a send in parts: one of them in full, taking it over, and the words of the creditor's side. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../../app/data/service.ts'
import { useWrite } from '../data/organisation-data.ts'

export type Instalments = Answer<'readInstalments'>

/** Under the desk's key, so that whatever is written here reads it again. */
export const instalmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'instalments', id],
    queryFn: ({ signal }) => service().readInstalments({ path: { id }, signal }),
  })

export const useTakeOver = (id: string) =>
  useWrite(`take-over ${id}`, (_: null, idempotencyKey) =>
    service().takeOverInstalments({ path: { id }, idempotencyKey }),
  )

/** What the creditor's side can say at the desk. */
export type Word = { do: 'accept'; version: number } | { do: 'drop' } | { do: 'release' }

export const useWord = (id: string) =>
  useWrite(`instalments ${id}`, (word: Word, idempotencyKey): Promise<Instalments> => {
    const ask = { path: { id }, idempotencyKey }
    if (word.do === 'accept') return service().acceptInstalments({ ...ask, body: { version: word.version } })
    return word.do === 'drop' ? service().dropInstalmentsProposal(ask) : service().releaseInstalments(ask)
  })
