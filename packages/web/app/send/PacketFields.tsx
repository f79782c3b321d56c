/** What is filled in for a packet: its kind, for whom, how many, how much, and what is written on it. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Choices } from '../../ui/Choices.tsx'
import { SumNote } from '../guard/SumNote.tsx'
import { NearLimit } from '../limits/NearLimit.tsx'
import { PurseCell, PurseHas } from '../on-behalf/PurseCell.tsx'
import { WhatFollows } from '../on-behalf/WhatFollows.tsx'
import { AmountField } from './AmountField.tsx'
import { Conditions } from './Conditions.tsx'
import { ExclusiveTo } from './ExclusiveTo.tsx'
import { GreetingField } from './GreetingField.tsx'
import type { PacketDraft } from './packet-draft.ts'
import { kindsFor, type PacketReading, type PacketTo } from './packet-form.ts'
import { PayeeName } from './PayeeName.tsx'
import type { Field } from './reading.ts'
import { Row } from './Row.tsx'
import type { Ahead } from './use-ahead.ts'

interface PacketFieldsProps {
  to: PacketTo
  draft: PacketDraft
  edit: (change: Partial<PacketDraft>) => void
  reading: PacketReading
  ahead: Ahead
  problemAt: (field: Field) => string | undefined
  isOff: boolean
}

export function PacketFields(props: PacketFieldsProps): ReactElement {
  const { t } = useTranslation()
  const { to, draft, edit, reading, ahead, problemAt, isOff } = props
  const { kind, count, amount, share, total } = reading
  const isOne = kind === 'direct' || kind === 'exclusive'
  const label = isOne ? 'send.amount.one' : kind === 'equal' ? 'send.amount.share' : 'send.amount.total'
  return (
    <>
      {kind !== 'direct' && <KindField {...props} />}
      {kind === 'exclusive' && to.kind === 'group' && (
        <ExclusiveTo
          groupId={to.id}
          name={draft.exclusiveName}
          onChoose={(exclusiveTo, exclusiveName) => edit({ exclusiveTo, exclusiveName })}
        />
      )}
      {!isOne && <CountField {...props} />}
      <AmountField
        label={t(label)}
        value={draft.amount}
        onChange={(text) => edit({ amount: text })}
        amount={total ?? amount}
        problem={problemAt('amount') ?? problemAt('money')}
        disabled={isOff}
      >
        {share !== undefined && total !== undefined && count !== undefined && (
          <p className="amount-sum">{t('send.amount.sum', { count, share, total })}</p>
        )}
        <NearLimit
          amount={total}
          count={isOne ? 1 : count}
          onBehalfOf={draft.onBehalfOf}
          isTyped={draft.amount !== ''}
        />
        <SumNote amount={total} count={count} />
        <PurseHas draft={draft} />
      </AmountField>
      <PurseCell draft={draft} onChoose={edit} />
      <WhatFollows ahead={ahead} draft={draft} />
      {to.kind === 'member' && (
        <PayeeName
          value={draft.payeeName}
          onChange={(payeeName) => edit({ payeeName })}
          ahead={ahead}
          problem={problemAt('payeeName')}
        />
      )}
      <GreetingField
        value={draft.greeting}
        onChange={(greeting) => edit({ greeting })}
        problem={problemAt('greeting')}
      />
      <Conditions draft={draft} change={edit} isLucky={kind === 'lucky'} problemAt={problemAt} />
    </>
  )
}

function KindField({ to, edit, reading }: PacketFieldsProps): ReactElement {
  const { t } = useTranslation()
  const { kind } = reading
  return (
    <div className="cells">
      <Choices
        label={t('send.kinds.label')}
        value={kind}
        onChange={(next) => edit({ kind: next })}
        options={kindsFor(to.kind).map((value) => ({ value, label: t(`send.kinds.${value}`) }))}
      />
      {kind !== 'direct' && <p className="field-note">{t(`send.kindNotes.${kind}`)}</p>}
    </div>
  )
}

function CountField({ to, draft, edit, problemAt }: PacketFieldsProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="cells">
      <Row
        label={t('send.count.label')}
        note={to.kind === 'group' ? t('send.count.people', { count: to.memberCount }) : undefined}
        problem={problemAt('count')}
      >
        {(says) => (
          <>
            <input
              {...says}
              inputMode="numeric"
              autoComplete="off"
              value={draft.count}
              placeholder={t('send.count.empty')}
              onChange={(event) => edit({ count: event.target.value })}
            />
            {t('send.count.unit')}
          </>
        )}
      </Row>
    </div>
  )
}
