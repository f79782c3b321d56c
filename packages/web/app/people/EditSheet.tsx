/** A contact's alias and relation: the reader's own, seen by nobody else. */

import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { relationNoteLengthMax, relations } from '@laisee/core/contact.ts'
import { lineFrom, nameFrom } from '@laisee/core/name.ts'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { service } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import { Field } from './Field.tsx'
import type { Recipient, Relation } from './people-data.ts'
import { useRefresh } from './refresh.ts'

interface EditSheetProps {
  person: Recipient
  open: boolean
  onClose: () => void
}

export function EditSheet({ person, open, onClose }: EditSheetProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet open={open} onClose={onClose} title={t('people.edit')} says={t('people.editSays')}>
      <EditForm person={person} onDone={onClose} />
    </Sheet>
  )
}

type Choice = Relation | 'none'

function EditForm({ person, onDone }: { person: Recipient; onDone: () => void }): ReactElement {
  const { t } = useTranslation()
  const refresh = useRefresh()
  const [alias, setAlias] = useState(person.alias ?? '')
  const [relation, setRelation] = useState<Choice>(person.relation ?? 'none')
  const [note, setNote] = useState(person.relationNote ?? '')
  const isAliasWrong = alias.trim() !== '' && nameFrom(alias) === undefined
  const hasNote = relation === 'other' && note.trim() !== ''
  const isNoteWrong = hasNote && lineFrom(note, relationNoteLengthMax) === undefined
  const path = { memberId: person.memberId }
  const save = useMutation({
    mutationFn: () =>
      service().putContact({
        path,
        body: {
          alias: alias.trim() === '' ? null : alias,
          relation: relation === 'none' ? null : relation,
          relationNote: hasNote ? note : null,
        },
      }),
    onSuccess: async () => {
      say(t('people.savedAlias'))
      await refresh()
      onDone()
    },
  })
  const remove = useMutation({
    mutationFn: () => service().deleteContact({ path }),
    onSuccess: async () => {
      say(t('people.removed'))
      await refresh()
      onDone()
    },
  })
  const options = (['none', ...relations] as const).map((value) => ({
    value,
    label: value === 'none' ? t('people.noRelation') : t(`chats.relations.${value}`),
  }))
  const failed = save.error ?? remove.error
  return (
    <form
      className="people-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isAliasWrong && !isNoteWrong) save.mutate()
      }}
    >
      <div className="cells edged">
        <Field
          label={t('people.alias')}
          value={alias}
          onChange={setAlias}
          placeholder={t('people.aliasPlaceholder')}
          wrong={isAliasWrong ? t('people.aliasWrong') : undefined}
        />
        <p className="people-label">{t('people.relation')}</p>
        <Choices<Choice>
          label={t('people.relation')}
          value={relation}
          onChange={setRelation}
          options={options}
        />
        {relation === 'other' && (
          <Field
            label={t('people.note')}
            value={note}
            onChange={setNote}
            placeholder={t('people.notePlaceholder')}
            wrong={isNoteWrong ? t('people.noteWrong') : undefined}
          />
        )}
      </div>
      <p className="people-error" role="alert">
        {failed && t('people.failedKept', { why: failureText(failed) })}
      </p>
      <Button type="submit" look="act" wide busy={save.isPending} disabled={isAliasWrong || isNoteWrong}>
        {t(person.isContact ? 'common.save' : 'people.addToContacts')}
      </Button>
      {person.isContact && (
        <>
          <Button look="warn" wide busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('people.remove')}
          </Button>
          <p className="cells-foot">{t('people.removeSays')}</p>
        </>
      )}
    </form>
  )
}
