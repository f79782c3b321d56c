/** Adding a contact: whoever is in a group with the reader and not a contact yet. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { CellInside } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { SearchField } from '../chats/SearchField.tsx'
import { service } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import { byName, isNamed } from './order.ts'
import { useKnownPeople, type KnownPerson } from './people-known.ts'

export function AddContactSheet({ open, onClose }: { open: boolean; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet open={open} onClose={onClose} title={t('people.addTitle')} says={t('people.addSays')}>
      {open && <Strangers />}
      <Button wide onClick={onClose}>
        {t('common.done')}
      </Button>
    </Sheet>
  )
}

function Strangers(): ReactElement {
  const { t } = useTranslation()
  const [asked, setAsked] = useState('')
  const { people, isLoading, error } = useKnownPeople(true)
  const strangers = people.filter(({ isContact }) => !isContact).sort(byName(({ card }) => card.name))
  if (error && strangers.length === 0) return <Failed>{failureText(error)}</Failed>
  if (isLoading && strangers.length === 0) return <Skeleton height={56} count={5} />
  if (strangers.length === 0)
    return (
      <Empty icon="people" title={t('people.addNobodyTitle')}>
        <p>{t('people.addNobodyText')}</p>
      </Empty>
    )
  const found = strangers.filter(({ card }) => isNamed(asked, [card.name]))
  return (
    <>
      <SearchField label={t('people.searchPeople')} value={asked} onChange={setAsked} />
      <ul className="cells people-list">
        {found.map((person) => (
          <StrangerRow key={person.card.id} person={person} />
        ))}
      </ul>
      {found.length === 0 && <p className="people-none">{t('people.nobodyFound', { name: asked })}</p>}
    </>
  )
}

function StrangerRow({ person: { card, groups } }: { person: KnownPerson }): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const add = useMutation({
    mutationFn: () => service().putContact({ path: { memberId: card.id }, body: {} }),
    onSuccess: () => {
      say(t('people.added', { name: card.name }))
      return Promise.all(
        [['contacts'], ['chats'], ['recipient', card.id]].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      )
    },
    onError: (error) => say(t('people.failedKept', { why: failureText(error) }), 'warn'),
  })
  return (
    <li className="cell">
      <CellInside
        start={<Avatar id={card.id} name={card.name} photoUrl={card.photoUrl} size={40} />}
        label={<span className="one-line named">{card.name}</span>}
        note={t('people.fromGroup', { group: groups.join(t('chats.separator')) })}
        end={
          <Button
            small
            busy={add.isPending}
            aria-label={t('people.addLabel', { name: card.name })}
            onClick={() => add.mutate()}
          >
            {t('people.add')}
          </Button>
        }
      />
    </li>
  )
}
