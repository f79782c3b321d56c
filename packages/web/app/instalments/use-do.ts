/** A verb of instalments: once a press, and what came of it is said. */

import type { UseMutationResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { buzz } from '../../ui/haptics.ts'
import { say } from '../../ui/Toasts.tsx'
import { UnansweredError } from '../data/service.ts'
import { usePress } from '../returns/use-press.ts'
import { failureText } from '../words/failure.ts'
import type { Instalments } from './instalments-data.ts'

export interface Doing<Ask> {
  run: (ask: Ask, said: string, onDone?: () => void) => void
  isBusy: boolean
  failure: string | undefined
  forget: () => void
}

export function useDo<Ask>(
  what: string,
  act: (ask: Ask, idempotencyKey: string) => Promise<Instalments>,
): Doing<Ask> {
  const { t } = useTranslation()
  const press: UseMutationResult<Instalments, Error, Ask> = usePress<Instalments, Ask>(what, act)
  const { error } = press
  return {
    run: (ask, said, onDone) =>
      press.mutate(ask, {
        onSuccess: () => {
          buzz()
          say(said)
          onDone?.()
        },
      }),
    isBusy: press.isPending,
    failure:
      error === null
        ? undefined
        : error instanceof UnansweredError
          ? t('instalmentsPage.ask.unanswered')
          : failureText(error),
    forget: press.reset,
  }
}
