/** Whom a packet's link is to let in, and the ways it can go. */

import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { CellButton, Cells } from '../../ui/Cells.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Packet } from '../data/queries.ts'
import { contactsQuery } from '../people/people-data.ts'
import type { SharedTo, ShareWay } from './ShareSheet.tsx'

type Whom = 'anyone' | 'someone'

const icons: Readonly<Record<ShareWay, IconName>> = { copy: 'link', send: 'out', qr: 'qr' }

interface ShareWaysProps {
  packet: Packet
  to: SharedTo
  onTo: (to: SharedTo) => void
  onWay: (way: ShareWay) => void
  onClose: () => void
}

export function ShareWays({ packet, to, onTo, onWay, onClose }: ShareWaysProps): ReactElement {
  const { t } = useTranslation()
  const [whom, setWhom] = useState<Whom>(to.memberId === '' ? 'anyone' : 'someone')
  const isForOne = packet.recipientId !== null
  const canSend = typeof navigator.share === 'function'
  const ways: ShareWay[] = ['copy', ...(canSend ? (['send'] as const) : []), 'qr']
  const isMissing = whom === 'someone' && to.memberId === ''
  return (
    <>
      {!isForOne && (
        <Choices
          label={t('packet.share.whom')}
          value={whom}
          onChange={(next) => {
            setWhom(next)
            onTo({ memberId: '' })
          }}
          options={[
            { value: 'anyone', label: t('packet.share.anyone') },
            { value: 'someone', label: t('packet.share.someone') },
          ]}
        />
      )}
      {!isForOne && whom === 'someone' && (
        <ChoosePerson value={to.memberId} onChange={(memberId) => onTo({ memberId })} />
      )}
      {to.memberId !== '' && <OnlyFor memberId={to.memberId} />}
      <Cells>
        {ways.map((way) => (
          <CellButton
            key={way}
            start={<Icon name={icons[way]} />}
            label={t(`packet.share.ways.${way}`)}
            leads
            disabled={isMissing}
            onClick={() => onWay(way)}
          />
        ))}
      </Cells>
      <Button wide onClick={onClose}>
        {t('common.done')}
      </Button>
    </>
  )
}

function OnlyFor({ memberId }: { memberId: string }): ReactElement {
  const { t } = useTranslation()
  return (
    <p className="notice">
      <Icon name="lock" size={20} /> {t('packet.share.warningNamed', { name: usePersonName(memberId) })}
    </p>
  )
}

function ChoosePerson({ value, onChange }: { value: string; onChange: (id: string) => void }): ReactElement {
  const { t } = useTranslation()
  const contacts = useQuery(contactsQuery)
  const items = contacts.data ?? []
  if (contacts.isSuccess && items.length === 0)
    return <p className="sheet-note">{t('packet.share.noContacts')}</p>
  return (
    <div className="field-row start">
      <label htmlFor="share-person">{t('packet.share.choose')}</label>
      <select id="share-person" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('packet.share.choose')}</option>
        {items.map(({ member, alias }) => (
          <option key={member.id} value={member.id}>
            {alias === null ? member.name : `${alias}（${member.name}）`}
          </option>
        ))}
      </select>
    </div>
  )
}
