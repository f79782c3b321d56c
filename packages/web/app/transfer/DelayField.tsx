/** When a transfer arrives: at once, or later, which leaves a way back. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Choices } from '../../ui/Choices.tsx'
import { OwnLength } from '../send/OwnLength.tsx'
import { spanText } from '../words/moments.ts'
import { delayChoice, type TransferDraft } from './transfer-form.ts'

interface DelayFieldProps {
  draft: TransferDraft
  edit: (change: Partial<TransferDraft>) => void
  /** The sender's own default. */
  usualS: number
  problem: string | undefined
}

export function DelayField({ draft, edit, usualS, problem }: DelayFieldProps): ReactElement {
  const { t } = useTranslation()
  const choice = delayChoice(draft, usualS)
  const isUsualNoButton = delayChoice({ delay: '' }, usualS) === ''
  const options = [
    ...(isUsualNoButton ? [{ value: '', label: spanText(t, usualS * 1_000) }] : []),
    { value: '0', label: t('transfer.delay.now') },
    { value: '7200', label: t('transfer.delay.twoHours') },
    { value: '86400', label: t('transfer.delay.day') },
    { value: 'own', label: t('transfer.delay.own') },
  ]
  return (
    <div className="cells">
      <p className="choices-title">{t('transfer.delay.label')}</p>
      <Choices
        label={t('transfer.delay.label')}
        value={choice}
        onChange={(delay) => edit({ delay })}
        options={options}
      />
      {choice === 'own' && (
        <OwnLength
          label={t('transfer.delay.ownLabel')}
          count={draft.delayOwn}
          unit={draft.delayUnit}
          onChange={(delayOwn, delayUnit) => edit({ delayOwn, delayUnit })}
        />
      )}
      {problem !== undefined && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      {draft.delay === '' && <p className="field-note">{t('transfer.delay.usual')}</p>}
    </div>
  )
}
