/** A new group: its name, and who is in it from the first moment. */

import { newKey } from '@laisee/client/new-key.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { nameFrom } from '@laisee/core/name.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { service } from '../data/service.ts'
import { useBack } from '../shell/back.ts'
import { failureText, isRefusal } from '../words/failure.ts'
import { ChoosePeople } from './ChoosePeople.tsx'
import { Field } from './Field.tsx'
import './people.css'

const nobody: ReadonlySet<string> = new Set()

/** Makes a group. The same asked again, after an answer that was lost, is the same request: one group. */
function useCreateGroup() {
  const queries = useQueryClient()
  const go = useNavigate()
  const asked = useRef<{ text: string; key: string }>(undefined)
  return useMutation({
    mutationFn: (body: { name: string; memberIds: string[] }) => {
      const text = JSON.stringify(body)
      if (asked.current?.text !== text) asked.current = { text, key: newKey() }
      return service().createGroup({ body, idempotencyKey: asked.current.key })
    },
    onSuccess: async (group) => {
      void queries.invalidateQueries({ queryKey: ['groups'] })
      void queries.invalidateQueries({ queryKey: ['chats'] })
      await go({ to: '/chats/$chatId', params: { chatId: group.id }, replace: true })
    },
    onError: (error) => {
      if (isRefusal(error)) asked.current = undefined
    },
  })
}

export function NewGroupPage(): ReactElement {
  const { t } = useTranslation()
  const back = useBack('/people')
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState(nobody)
  const create = useCreateGroup()
  const kept = nameFrom(name)
  const isWrong = name.trim() !== '' && kept === undefined
  return (
    <Page title={t('people.newGroupTitle')} onBack={back}>
      <form
        className="people-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (kept !== undefined && !create.isPending) create.mutate({ name: kept, memberIds: [...chosen] })
        }}
      >
        <div className="cells">
          <Field
            label={t('people.groupName')}
            value={name}
            onChange={setName}
            placeholder={t('people.newGroupPlaceholder')}
            wrong={isWrong ? t('people.groupNameWrong') : undefined}
          />
        </div>
        <h2 className="cells-title">{t('people.withWhom')}</h2>
        <ChoosePeople label={t('people.withWhom')} chosen={chosen} onChange={setChosen} without={nobody} />
        <div className="people-act">
          <p className="people-error" role="alert">
            {create.error && failureText(create.error)}
          </p>
          <Button
            type="submit"
            look="act"
            wide
            busy={create.isPending}
            whyNot={kept === undefined ? t('people.createFirst') : undefined}
          >
            {t('people.createCount', { count: chosen.size + 1 })}
          </Button>
        </div>
      </form>
    </Page>
  )
}
