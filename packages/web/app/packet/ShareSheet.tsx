/** Sharing a packet by link or QR code: first whom it lets in, said plainly, then the link. */

import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Packet } from '../data/queries.ts'
import { service } from '../data/service.ts'
import { contactsQuery } from '../people/people-data.ts'
import { failureText } from '../words/failure.ts'
import { SharedLink } from './SharedLink.tsx'
import { useVerb } from './use-verb.ts'

type Whom = 'anyone' | 'someone'

interface ShareSheetProps {
  packet: Packet
  isOpen: boolean
  onClose: () => void
}

export function ShareSheet({ packet, isOpen, onClose }: ShareSheetProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet open={isOpen} onClose={onClose} title={t('packet.share.title')}>
      {isOpen && <Inside packet={packet} onClose={onClose} />}
    </Sheet>
  )
}

function Inside({ packet, onClose }: Omit<ShareSheetProps, 'isOpen'>): ReactElement {
  const { t } = useTranslation()
  const [whom, setWhom] = useState<Whom>('anyone')
  const [chosen, setChosen] = useState('')
  const isForOne = packet.recipientId !== null || whom === 'someone'
  const memberId = packet.recipientId ?? (whom === 'someone' ? chosen : '')
  const make = useVerb(packet.id, (body: { memberId?: string }) =>
    service().makePacketLink({ path: { id: packet.id }, body }),
  )
  if (make.data)
    return (
      <SharedLink
        packet={packet}
        token={make.data.token}
        expireAt={make.data.expireAt}
        memberId={make.data.memberId}
        onClose={onClose}
      />
    )
  return (
    <>
      {packet.recipientId === null && (
        <Choices
          label={t('packet.share.whom')}
          value={whom}
          onChange={setWhom}
          options={[
            { value: 'anyone', label: t('packet.share.anyone') },
            { value: 'someone', label: t('packet.share.someone') },
          ]}
        />
      )}
      {packet.recipientId === null && whom === 'someone' && (
        <ChoosePerson value={chosen} onChange={setChosen} />
      )}
      {memberId !== '' && <OnlyFor memberId={memberId} />}
      {!isForOne && (
        <p className="notice" data-tone="hold">
          <Icon name="warn" size={20} /> {t('packet.share.warning')}
        </p>
      )}
      {make.error && (
        <p className="notice" data-tone="warn" role="alert">
          {failureText(make.error)}
        </p>
      )}
      <Button
        look="act"
        wide
        busy={make.isPending}
        disabled={isForOne && memberId === ''}
        onClick={() => make.mutate(memberId === '' ? {} : { memberId })}
      >
        {t('packet.share.make')}
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
