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

/** What is filled in. */
interface Filled {
  alias: string
  relation: Relation | 'none'
  note: string
}

const isFilled = (text: string) => text.trim() !== ''
const notes = ({ relation, note }: Filled) => relation === 'other' && isFilled(note)

/** What of it cannot be kept. */
function wrongIn(filled: Filled): { alias: boolean; note: boolean } {
  return {
    alias: isFilled(filled.alias) && nameFrom(filled.alias) === undefined,
    note: notes(filled) && lineFrom(filled.note, relationNoteLengthMax) === undefined,
  }
}

/** Keeping the contact as filled in, and keeping it no longer. */
function useContactWrites({ memberId }: Recipient, onDone: () => void) {
  const { t } = useTranslation()
  const refresh = useRefresh()
  const path = { memberId }
  const finish = async (text: string) => {
    say(text)
    await refresh()
    onDone()
  }
  const save = useMutation({
    mutationFn: (filled: Filled) =>
      service().putContact({
        path,
        body: {
          alias: isFilled(filled.alias) ? filled.alias : null,
          relation: filled.relation === 'none' ? null : filled.relation,
          relationNote: notes(filled) ? filled.note : null,
        },
      }),
    onSuccess: () => finish(t('people.savedAlias')),
  })
  const remove = useMutation({
    mutationFn: () => service().deleteContact({ path }),
    onSuccess: () => finish(t('people.removed')),
  })
  return { save, remove }
}

function EditForm({ person, onDone }: { person: Recipient; onDone: () => void }): ReactElement {
  const { t } = useTranslation()
  const { save, remove } = useContactWrites(person, onDone)
  const [filled, setFilled] = useState<Filled>({
    alias: person.alias ?? '',
    relation: person.relation ?? 'none',
    note: person.relationNote ?? '',
  })
  const wrong = wrongIn(filled)
  const isWrong = wrong.alias || wrong.note
  const failed = save.error ?? remove.error
  return (
    <form
      className="people-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isWrong) save.mutate(filled)
      }}
    >
      <Fields filled={filled} wrong={wrong} onChange={setFilled} />
      <p className="people-error" role="alert">
        {failed && t('people.failedKept', { why: failureText(failed) })}
      </p>
      <Button type="submit" look="act" wide busy={save.isPending} disabled={isWrong}>
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

interface FieldsProps {
  filled: Filled
  wrong: { alias: boolean; note: boolean }
  onChange: (filled: Filled) => void
}

function Fields({ filled, wrong, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const options = (['none', ...relations] as const).map((value) => ({
    value,
    label: value === 'none' ? t('people.noRelation') : t(`chats.relations.${value}`),
  }))
  return (
    <div className="cells edged">
      <Field
        label={t('people.alias')}
        value={filled.alias}
        onChange={(alias) => onChange({ ...filled, alias })}
        placeholder={t('people.aliasPlaceholder')}
        wrong={wrong.alias ? t('people.aliasWrong') : undefined}
      />
      <p className="people-label">{t('people.relation')}</p>
      <Choices<Filled['relation']>
        label={t('people.relation')}
        value={filled.relation}
        onChange={(relation) => onChange({ ...filled, relation })}
        options={options}
      />
      {filled.relation === 'other' && (
        <Field
          label={t('people.note')}
          value={filled.note}
          onChange={(note) => onChange({ ...filled, note })}
          placeholder={t('people.notePlaceholder')}
          wrong={wrong.note ? t('people.noteWrong') : undefined}
        />
      )}
    </div>
  )
}
