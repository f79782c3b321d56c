/** Changing one of one's own limits: the button says what happens, and when. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { amountForField } from '@laisee/core/amount-input.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { useNow } from '../data/service-time.ts'
import { service } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { limitsQuery, type Limit } from './limits-data.ts'
import { kindWords, layerWords } from './limit-words.ts'
import { effectOf } from './near-limit.ts'
import { readYuan, YuanField } from './YuanField.tsx'

export function LimitSheet({ limit, onClose }: { limit: Limit; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { kind, own, ownNext, max, layer } = limit
  const [text, setText] = useState(own === null ? '' : amountForField(BigInt(own)))
  const now = useNow(60_000)
  const save = useSave(limit, onClose)
  const asked = readYuan(text)
  const effect = asked === 'wrong' ? undefined : effectOf(limit, asked)
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('limits.change', { kind: t(kindWords[kind]) })}
      says={
        max !== null && layer !== null && layer !== 'own'
          ? t('limits.overruled', { amount: max, who: t(layerWords[layer]) })
          : undefined
      }
    >
      <form
        className="limit-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (asked !== 'wrong' && effect !== 'same') save.mutate(asked)
        }}
      >
        <YuanField label={t('limits.yours')} value={text} onChange={setText} note={t('limits.amountEmpty')} />
        {save.isError && (
          <p className="field-error" role="alert">
            {failureText(save.error)}
          </p>
        )}
        <Button
          type="submit"
          look="act"
          wide
          busy={save.isPending}
          whyNot={
            asked === 'wrong' ? t('limits.amountWrong') : effect === 'same' ? t('limits.same') : undefined
          }
        >
          {buttonText(t, asked, effect)}
        </Button>
        {ownNext && (
          <Button wide busy={save.isPending} onClick={() => save.mutate(own)}>
            {`${t('limits.cancelWaiting')} · ${
              ownNext.max === null
                ? t('limits.waitingNone', { at: momentText(t, ownNext.at, languageNow(), now) })
                : t('limits.waiting', {
                    amount: ownNext.max,
                    at: momentText(t, ownNext.at, languageNow(), now),
                  })
            }`}
          </Button>
        )}
      </form>
    </Sheet>
  )
}

function buttonText(t: TFunction, asked: number | null | 'wrong', effect: string | undefined): string {
  const later = effect === 'later'
  if (asked === null || asked === 'wrong') return t(later ? 'limits.saveNoneLater' : 'limits.saveNoneNow')
  return t(later ? 'limits.saveLater' : 'limits.saveNow', { amount: asked })
}

function useSave(limit: Limit, onDone: () => void) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const now = useNow(60_000)
  return useMutation({
    mutationFn: (asked: number | null) => service().putMyLimits({ body: { [limit.kind]: asked } }),
    onSuccess: (limits) => {
      queries.setQueryData(limitsQuery.queryKey, limits)
      const next = limits.limits.find(({ kind }) => kind === limit.kind)?.ownNext
      say(
        next ? t('limits.savedLater', { at: momentText(t, next.at, languageNow(), now) }) : t('limits.saved'),
      )
      onDone()
    },
  })
}
