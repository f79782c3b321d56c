/** What a freeze stands on, with its source and its longest time; the order's number and document where it needs them. */

import { Form, Input, Radio } from 'antd'
import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import {
  basisRules,
  freezeBases,
  freezeUntilMax,
  type FreezeBasis,
  type LawReference,
} from '@laisee/core/freeze-basis.ts'
import { referenceLengthMax } from '@laisee/core/freeze.ts'
import { useNow } from '../../app/data/service-time.ts'
import { fullText } from '../../app/words/moments.ts'
import { HandInField } from '../documents/HandInField.tsx'
import { languageNow } from '../words.ts'
import type { FieldsProps } from './FreezeFields.tsx'

export function BasisFields({ form, problems, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const { basis, reference } = form
  const isMissing = problems.includes('referenceNeeded')
  return (
    <>
      <Form.Item label={t('deskFreezes.add.basis')} extra={basisRules[basis].ownRule?.[languageNow()]}>
        <Radio.Group
          vertical
          value={basis}
          aria-label={t('deskFreezes.add.basis')}
          onChange={(event) => onChange({ basis: event.target.value as FreezeBasis })}
          options={freezeBases.map((value) => ({ value, label: <Basis basis={value} /> }))}
        />
      </Form.Item>
      {basisRules[basis].isOrder && (
        <>
          <Form.Item
            label={t('deskFreezes.add.reference')}
            htmlFor="freeze-reference"
            {...(isMissing && {
              validateStatus: 'error' as const,
              help: t('deskFreezes.add.referenceNeeded'),
            })}
          >
            <Input
              id="freeze-reference"
              maxLength={referenceLengthMax}
              value={reference}
              aria-invalid={isMissing}
              onChange={(event) => onChange({ reference: event.target.value })}
            />
          </Form.Item>
          <HandInField
            problem={problems.includes('documentNeeded') ? t('deskFreezes.add.documentNeeded') : undefined}
            onChange={(documentId) => onChange({ documentId })}
          />
        </>
      )}
      <UntilField form={form} problems={problems} onChange={onChange} />
    </>
  )
}

/** Where a basis comes from: an article by its number, anything else by its title. */
function sourceOf({ law, number }: LawReference, t: TFunction): string {
  return /^\d+$/.test(number) ? t('deskFreezes.add.article', { law, number }) : `${law}${number}`
}

function Basis({ basis }: { basis: FreezeBasis }): ReactElement {
  const { t } = useTranslation()
  const { lasts, timesMax, laws } = basisRules[basis]
  const longest =
    'hours' in lasts
      ? t('deskFreezes.add.lasts.hours', { count: lasts.hours })
      : 'days' in lasts
        ? t('deskFreezes.add.lasts.days', { count: lasts.days })
        : t('deskFreezes.add.lasts.months', { count: lasts.months })
  const says = [
    longest,
    ...(Number.isFinite(timesMax) ? [t('deskFreezes.add.timesMax', { count: timesMax })] : []),
    sourceOf(laws[0]!, t),
  ]
  return (
    <>
      {t(`deskFreezes.bases.${basis}`)} <span className="second">{says.join(' · ')}</span>
    </>
  )
}

function UntilField({ form, problems, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const at = fullText(freezeUntilMax(form.basis, now), languageNow(), now)
  const isWrong = problems.includes('untilWrong')
  return (
    <Form.Item
      label={t('deskFreezes.add.until')}
      htmlFor="freeze-until"
      extra={t('deskFreezes.add.untilHint', { at })}
      {...(isWrong && { validateStatus: 'error' as const, help: t('deskFreezes.add.untilWrong', { at }) })}
    >
      <Input
        id="freeze-until"
        type="datetime-local"
        className="moment-field"
        value={form.until}
        aria-invalid={isWrong}
        onChange={(event) => onChange({ until: event.target.value })}
      />
    </Form.Item>
  )
}
