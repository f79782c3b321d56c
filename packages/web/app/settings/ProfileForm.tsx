/** One's name and photo, as others see them. */

import { useState, type ReactElement, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { photoUrlFrom } from '@laisee/core/member.ts'
import { nameFrom, nameLengthMax } from '@laisee/core/name.ts'
import '../../ui/words-field.css'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import type { Me } from '../data/queries.ts'
import type { Change } from './change.ts'

interface ProfileFormProps {
  me: Me
  open: boolean
  onClose: () => void
  onSave: (change: Change) => void
}

export function ProfileForm({ me, open, onClose, onSave }: ProfileFormProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet open={open} onClose={onClose} title={t('settings.profile')}>
      <Fields
        me={me}
        onSave={(change) => {
          if (Object.keys(change).length > 0) onSave(change)
          onClose()
        }}
      />
    </Sheet>
  )
}

function Fields({ me, onSave }: { me: Me; onSave: (change: Change) => void }): ReactElement {
  const { t } = useTranslation()
  const [name, setName] = useState(me.name)
  const [photo, setPhoto] = useState(me.photoUrl ?? '')
  const [isAsked, setAsked] = useState(false)
  const goodName = nameFrom(name)
  const goodPhoto = photo.trim() === '' ? null : photoUrlFrom(photo.trim())
  const nameError =
    goodName !== undefined
      ? undefined
      : name.trim() === ''
        ? t('settings.nameEmpty')
        : t('settings.nameLong', { max: nameLengthMax })
  const photoError = goodPhoto === undefined ? t('settings.photoWrong') : undefined
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    setAsked(true)
    if (goodName === undefined || goodPhoto === undefined) return
    onSave({
      ...(goodName === me.name ? {} : { name: goodName }),
      ...(goodPhoto === me.photoUrl ? {} : { photoUrl: goodPhoto }),
    })
  }
  return (
    <form className="profile-form" onSubmit={save} noValidate>
      <TextField
        id="me-name"
        label={t('settings.name')}
        placeholder={t('settings.namePlaceholder')}
        value={name}
        onChange={setName}
        error={isAsked ? nameError : undefined}
      />
      <TextField
        id="me-photo"
        label={t('settings.photo')}
        placeholder={t('settings.photoPlaceholder')}
        value={photo}
        onChange={setPhoto}
        error={isAsked ? photoError : undefined}
      />
      <Button type="submit" look="act" wide>
        {t('settings.save')}
      </Button>
    </form>
  )
}

interface TextFieldProps {
  id: string
  label: string
  placeholder: string
  value: string
  onChange: (text: string) => void
  error: string | undefined
}

function TextField({ id, label, placeholder, value, onChange, error }: TextFieldProps): ReactElement {
  return (
    <div className="words-field profile-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      />
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
