/** How long a packet may be claimed. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Choices } from '../../ui/Choices.tsx'
import { purseOfAsk } from '../data/purse.ts'
import { OwnLength } from './OwnLength.tsx'
import type { PacketDraft } from './packet-draft.ts'

const lengths = ['3600', '', '259200', '604800', 'own'] as const

interface ExpiryProps {
  draft: PacketDraft
  change: (change: Partial<PacketDraft>) => void
  problem: string | undefined
}

export function Expiry(props: ExpiryProps): ReactElement {
  const { draft, change, problem } = props
  const { t } = useTranslation()
  const said: Record<(typeof lengths)[number], string> = {
    '3600': t('send.more.hours', { count: 1 }),
    '': t('send.more.hours', { count: 24 }),
    '259200': t('send.more.days', { count: 3 }),
    '604800': t('send.more.days', { count: 7 }),
    own: t('send.more.own'),
  }
  return (
    <div className="field row-field">
      <p className="choices-title">{t('send.more.expiry')}</p>
      <Choices
        label={t('send.more.expiry')}
        value={draft.expiry}
        onChange={(expiry) => change({ expiry })}
        options={lengths.map((value) => ({ value, label: said[value] }))}
      />
      {draft.expiry === 'own' && (
        <OwnLength
          label={t('send.more.ownLabel')}
          count={draft.expiryOwn}
          unit={draft.expiryUnit}
          onChange={(count, unit) => change({ expiryOwn: count, expiryUnit: unit })}
        />
      )}
      {problem !== undefined ? (
        <p className="field-error" role="alert">
          {problem}
        </p>
      ) : (
        <p className="field-note">{t('send.more.expiryNote', { paidFrom: purseOfAsk(draft) })}</p>
      )}
    </div>
  )
}
