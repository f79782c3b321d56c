/** What the page of passkeys reads. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer, Ask } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'

export type Passkeys = Answer<'listPasskeys'>
export type Passkey = Passkeys['items'][number]
export type StepUpAsk = Ask<'startStepUp'>['body']
/** The proof of a step-up, as the body of what it is for carries it. */
export type Proof = NonNullable<Ask<'setStepUp'>['body']['stepUp']>

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: ({ signal }) => service().listPasskeys({ signal }),
})

export const stepUpQuery = queryOptions({
  queryKey: ['passkeys', 'from'],
  queryFn: ({ signal }) => service().getStepUp({ signal }),
})
