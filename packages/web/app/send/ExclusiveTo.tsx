/** Who of the group an exclusive packet is for. */

import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { CellButton } from '../../ui/Cells.tsx'
import { Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { contactsQuery, groupMembersQuery } from '../people/people-data.ts'
import { session } from '../session/session.ts'

interface ExclusiveToProps {
  groupId: string
  name: string
  onChoose: (memberId: string, name: string) => void
}

const searchFrom = 8

export function ExclusiveTo({ groupId, name, onChoose }: ExclusiveToProps): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="cells">
      <CellButton
        label={t('send.exclusive.label')}
        note={name === '' ? undefined : t('send.exclusive.only', { name })}
        end={
          <span className={name === '' ? '' : 'one-line'}>
            {name === '' ? t('send.exclusive.choose') : name}
          </span>
        }
        leads
        onClick={() => setOpen(true)}
      />
      <Sheet open={isOpen} onClose={() => setOpen(false)} title={t('send.exclusive.title')}>
        <Members
          groupId={groupId}
          onChoose={(id, chosen) => {
            setOpen(false)
            onChoose(id, chosen)
          }}
        />
      </Sheet>
    </div>
  )
}

function Members({ groupId, onChoose }: Pick<ExclusiveToProps, 'groupId' | 'onChoose'>): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { data: members, isError, refetch } = useQuery(groupMembersQuery(groupId))
  const { data: contacts = [] } = useQuery(contactsQuery)
  if (isError) return <Failed onRetry={() => void refetch()} />
  if (!members) return <Skeleton height={56} count={4} />
  const aliases = new Map(contacts.map(({ member, alias }) => [member.id, alias]))
  const others = members
    .map(({ member }) => ({ ...member, shownAs: aliases.get(member.id) ?? member.name }))
    .filter(({ id }) => id !== session()?.memberId)
  const part = text.trim().toLowerCase()
  const found = others.filter(({ name, shownAs }) => `${name} ${shownAs}`.toLowerCase().includes(part))
  return (
    <>
      {others.length > searchFrom && (
        <label className="search">
          <Icon name="search" size={18} />
          <input
            type="search"
            value={text}
            placeholder={t('send.choose.search')}
            aria-label={t('send.choose.search')}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      )}
      <div className="cells">
        {found.map(({ id, name, photoUrl, shownAs }) => (
          <CellButton
            key={id}
            start={<Avatar id={id} name={shownAs} photoUrl={photoUrl} />}
            label={shownAs}
            note={shownAs === name ? undefined : name}
            onClick={() => onChoose(id, shownAs)}
          />
        ))}
      </div>
      {found.length === 0 && <p className="field-note">{t('send.choose.none', { text })}</p>}
    </>
  )
}
