/** Asking several people for money: whom, what for, and how much each. Nothing moves by it. */

import { newKey } from '@laisee/client/new-key.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { collectionNoteLengthMax } from '@laisee/core/collection.ts'
import type { Ask } from '@laisee/client/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { say } from '../../ui/Toasts.tsx'
import { isFinalNo } from '../data/final-no.ts'
import { service } from '../data/service.ts'
import { ChoosePeople } from '../people/ChoosePeople.tsx'
import { Field } from '../people/Field.tsx'
import { groupMembersQuery } from '../people/people-data.ts'
import { session } from '../session/session.ts'
import { useBack } from '../shell/back.ts'
import { failureText } from '../words/failure.ts'
import { AmountsEach, emptyAmounts, filledOf, type Amounts } from './AmountsEach.tsx'
import { collectionQuery } from './collections-data.ts'
import { GroupPeople } from './GroupPeople.tsx'
import { sharesOf, sumOf } from './shares-of.ts'
import '../people/people.css'
import '../limits/limits.css'
import './collections.css'

const nobody: ReadonlySet<string> = new Set()

/** Asks. The same asked again, after an answer that was lost, is the same request: everybody is asked once. */
function useAsk() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const go = useNavigate()
  const asked = useRef<{ text: string; key: string }>(undefined)
  return useMutation({
    mutationFn: (body: Ask<'askCollection'>['body']) => {
      const text = JSON.stringify(body)
      if (asked.current?.text !== text) asked.current = { text, key: newKey() }
      return service().askCollection({ body, idempotencyKey: asked.current.key })
    },
    onSuccess: async (collection) => {
      queries.setQueryData(collectionQuery(collection.id).queryKey, collection)
      void queries.invalidateQueries({ queryKey: ['collections', 'list'] })
      say(t('collections.sent'))
      const params = { collectionId: collection.id }
      await go({ to: '/collections/$collectionId', params, replace: true })
    },
    onError: (error) => {
      if (isFinalNo(error)) asked.current = undefined
    },
  })
}

export function NewCollectionPage(): ReactElement {
  const { t } = useTranslation()
  const { group: groupId } = useSearch({ from: '/shell/collections/new' })
  const back = useBack('/collections')
  const [note, setNote] = useState('')
  const [chosen, setChosen] = useState(nobody)
  const [amounts, setAmounts] = useState<Amounts>(emptyAmounts)
  const ask = useAsk()
  const memberIds = [...chosen].sort()
  const shares = sharesOf(memberIds, filledOf(amounts))
  const isNoteLong = [...note.trim()].length > collectionNoteLengthMax
  const whyNot =
    chosen.size === 0
      ? t('collections.firstWho')
      : note.trim() === '' || isNoteLong
        ? t('collections.firstNote')
        : shares === undefined
          ? t('collections.firstAmount')
          : undefined
  const press = () => {
    if (whyNot !== undefined || !shares || ask.isPending) return
    ask.mutate({ note: note.trim(), shares, ...(groupId === undefined ? {} : { groupId }) })
  }
  return (
    <Page title={t('collections.start')} className="collections" onBack={back}>
      <form
        className="people-form"
        onSubmit={(event) => {
          event.preventDefault()
          press()
        }}
      >
        <p className="notice" data-tone="plain">
          <Icon name="people" />
          <span>{t('collections.isRequest')}</span>
        </p>
        <Cells>
          <Field
            label={t('collections.note')}
            value={note}
            onChange={setNote}
            placeholder={t('collections.notePlaceholder')}
            wrong={isNoteLong ? t('collections.noteWrong') : undefined}
          />
        </Cells>
        <AmountsEach amounts={amounts} onChange={setAmounts} memberIds={memberIds} />
        <h2 className="cells-title">
          {chosen.size === 0 ? t('collections.who') : t('collections.whoOf', { count: chosen.size })}
        </h2>
        <Whom groupId={groupId} chosen={chosen} onChange={setChosen} />
        <div className="people-act">
          {ask.error && (
            <p className="people-error" role="alert">
              {failureText(ask.error)}
            </p>
          )}
          {shares && (
            <p className="collection-sum" role="status">
              {t('collections.sum', { amount: sumOf(shares), count: shares.length })}
            </p>
          )}
          <Button type="submit" look="act" wide busy={ask.isPending} whyNot={whyNot}>
            {shares ? t('collections.ask', { amount: sumOf(shares) }) : t('collections.start')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

interface WhomProps {
  groupId: string | undefined
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}

/** Of a group its people, all of them chosen at one press; otherwise whom one knows. */
function Whom({ groupId, chosen, onChange }: WhomProps): ReactElement {
  const { t } = useTranslation()
  const ownId = session()?.memberId ?? ''
  const members = useQuery({ ...groupMembersQuery(groupId ?? ''), enabled: groupId !== undefined })
  if (groupId === undefined)
    return (
      <ChoosePeople
        label={t('collections.who')}
        chosen={chosen}
        onChange={onChange}
        without={new Set([ownId])}
      />
    )
  const others = members.data?.map(({ member }) => member).filter(({ id }) => id !== ownId)
  return (
    <GroupPeople
      people={others}
      error={members.error}
      onRetry={() => void members.refetch()}
      chosen={chosen}
      onChange={onChange}
    />
  )
}
