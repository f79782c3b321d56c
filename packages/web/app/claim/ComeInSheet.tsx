/** Coming into a demo world to claim a packet: as one of its people, or as somebody new with a name. */

import { newKey } from '@laisee/client/new-key.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { CellButton, Cells } from '../../ui/Cells.tsx'
import { Failed, Skeleton } from '../../ui/Empty.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { RefusalError, service } from '../data/service.ts'
import { setSession } from '../session/session.ts'
import { demoPeopleQuery } from '../sign-in/welcome-data.ts'
import { failureText } from '../words/failure.ts'

interface ComeInSheetProps {
  isOpen: boolean
  onClose: () => void
}

export function ComeInSheet({ isOpen, onClose }: ComeInSheetProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet open={isOpen} onClose={onClose} title={t('claim.signInTitle')} says={t('claim.chooseText')}>
      <Newcomer />
      <People />
    </Sheet>
  )
}

function Newcomer(): ReactElement {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const key = useRef<string | undefined>(undefined)
  const join = useMutation({
    mutationFn: (text: string) =>
      service().joinDemo({ body: { name: text }, idempotencyKey: (key.current ??= newKey()) }),
    onSuccess: setSession,
    onError: (error) => {
      if (error instanceof RefusalError) key.current = undefined
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setEmpty(name.trim() === '')
    if (name.trim() !== '') join.mutate(name.trim())
  }
  const problem = isEmpty ? t('claim.newcomerEmpty') : join.error ? failureText(join.error) : undefined
  return (
    <form className="claim-newcomer" onSubmit={submit}>
      <label>
        <span>{t('claim.newcomer')}</span>
        <input
          value={name}
          onChange={(event) => {
            setName(event.target.value)
            key.current = undefined
            setEmpty(false)
          }}
          placeholder={t('claim.newcomerName')}
          aria-label={t('claim.newcomerName')}
          aria-invalid={problem !== undefined}
          aria-describedby="newcomer-problem"
          maxLength={64}
          autoComplete="nickname"
        />
      </label>
      <p id="newcomer-problem" className="field-error" role="alert">
        {problem}
      </p>
      <Button type="submit" look="act" wide busy={join.isPending}>
        {t('claim.newcomerDo')}
      </Button>
    </form>
  )
}

function People(): ReactElement {
  const { t } = useTranslation()
  const people = useQuery(demoPeopleQuery)
  const enter = useMutation({
    mutationFn: (memberId: string) => service().signInToDemo({ body: { memberId } }),
    onSuccess: setSession,
  })
  if (people.isPending) return <Skeleton height={52} count={4} />
  if (!people.data) return <Failed onRetry={() => void people.refetch()} />
  return (
    <>
      {enter.error && (
        <p className="notice" data-tone="warn" role="alert">
          {failureText(enter.error)}
        </p>
      )}
      <Cells title={t('claim.people')}>
        {people.data.map(({ memberId, name, photoUrl, role, groups }) => (
          <CellButton
            key={memberId}
            start={<Avatar id={memberId} name={name} photoUrl={photoUrl} size={40} />}
            label={name}
            note={[role, ...groups].join(' · ')}
            disabled={enter.isPending}
            onClick={() => enter.mutate(memberId)}
          />
        ))}
      </Cells>
    </>
  )
}
