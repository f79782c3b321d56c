/** Packs that were made before, each with its file. */

import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellButton, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { say } from '../../ui/Toasts.tsx'
import { useNow } from '../data/service-time.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { fullText } from '../words/moments.ts'
import { packsQuery, savePack } from './evidence-data.ts'
import { sizeText } from './size-text.ts'

/** All but the one that is shown already. */
export function Earlier({ about, but }: { about: string; but: string | undefined }): ReactElement | null {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const packs = useQuery(packsQuery(about))
  const save = useMutation({
    mutationFn: savePack,
    onSuccess: (name) => say(t('evidence.downloaded', { name })),
    onError: (error) => say(failureText(error), 'warn'),
  })
  const others = (packs.data ?? []).filter(({ id }) => id !== but)
  if (others.length === 0) return null
  return (
    <Cells title={t('evidence.earlier')}>
      {others.map(({ id, claim, madeAt, bytes, fileName }) => (
        <CellButton
          key={id}
          aria-label={t('evidence.downloadOf', { name: fileName })}
          onClick={() => save.mutate(id)}
          label={t(`evidence.claims.${claim}`)}
          note={`${fullText(madeAt, languageNow(), now)} · ${sizeText(bytes)}`}
          end={<Icon name="save" size={20} />}
        />
      ))}
    </Cells>
  )
}
