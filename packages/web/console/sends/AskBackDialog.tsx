/** The question before asking back: why, how much, until when, and in which words. */

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { returnCauses, returnTextLengthMax, type ReturnCause } from '@laisee/core/return-request.ts'
import { causesForEveryone } from '../../app/returns/ask-form.ts'
import { Failure } from '../parts/States.tsx'
import { languageNow } from '../words.ts'
import { askBackQuery, type AskBackPreview, type useAskBack } from './ask-back-data.ts'
import { freshAskBack, readAskBack, type AskBackDraft, type AskBackReading } from './ask-back-form.ts'
import type { FullSend } from './sends-data.ts'

type Person = AskBackPreview['recipients'][number]

interface AskBackDialogProps {
  send: FullSend
  people: readonly Person[]
  asking: ReturnType<typeof useAskBack>
  onClose: () => void
}

export function AskBackDialog({ send, people, asking, onClose }: AskBackDialogProps): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<AskBackDraft>(freshAskBack)
  const only = people.length === 1 ? people[0]! : null
  const reading = readAskBack(draft, only?.left ?? null, languageNow())
  const { cause, dueOn } = draft
  const { message: _, ...facts } = 'body' in reading ? reading.body : { cause, lang: languageNow() }
  const to = people.map(({ member }) => member.id)
  const preview = useQuery({ ...askBackQuery(send.id, facts, to), placeholderData: keepPreviousData }).data
  const total = people.reduce((sum, { left }) => sum + left, 0)
  const amount = 'body' in reading ? (reading.body.amount ?? total) : total
  const act = () => 'body' in reading && asking.mutate({ body: reading.body, to }, { onSuccess: onClose })
  return (
    <Modal
      open
      title={t(only ? 'returns.ask.title' : 'returns.ask.titleMany')}
      okText={
        only
          ? t('returns.ask.send', { amount })
          : t('returns.ask.sendMany', { count: people.length, amount: total })
      }
      cancelText={t('desk.cancel')}
      okButtonProps={{ loading: asking.isPending, disabled: !('body' in reading) }}
      onOk={act}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="dialog-text">{t('deskSends.askBack.note')}</p>
      <Fields
        draft={{ ...draft, dueOn: dueOn === '' ? (preview?.dueOn ?? '') : dueOn }}
        only={only}
        reading={reading}
        preview={preview}
        onChange={(changed) => setDraft({ ...draft, ...changed })}
      />
      <p className="dialog-text second">{t('returns.ask.honest')}</p>
      {asking.isError && <Failure error={asking.error} />}
    </Modal>
  )
}

interface FieldsProps {
  draft: AskBackDraft
  only: Person | null
  reading: AskBackReading
  preview: AskBackPreview | undefined
  onChange: (changed: Partial<AskBackDraft>) => void
}

function Fields({ draft, only, reading, preview, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation()
  const { cause, dueOn, message } = draft
  const causes: readonly ReturnCause[] = only ? returnCauses : causesForEveryone
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={t('returns.ask.why')} htmlFor="ask-back-cause">
        <Select<ReturnCause>
          id="ask-back-cause"
          value={cause}
          onChange={(chosen) => onChange({ cause: chosen })}
          options={causes.map((value) => ({ value, label: t(`returns.ask.causes.${value}`) }))}
        />
      </Form.Item>
      {only && <Part draft={draft} left={only.left} reading={reading} onChange={onChange} />}
      <Form.Item label={t('returns.ask.due')} htmlFor="ask-back-due">
        <Input
          id="ask-back-due"
          type="date"
          min={preview?.dueFrom}
          max={preview?.dueUntil}
          value={dueOn}
          onChange={(event) => onChange({ dueOn: event.target.value })}
        />
      </Form.Item>
      <Form.Item
        label={t('returns.ask.text')}
        htmlFor="ask-back-text"
        extra={t(only ? 'returns.ask.textNote' : 'deskSends.askBack.many')}
      >
        <Input.TextArea
          id="ask-back-text"
          rows={4}
          maxLength={returnTextLengthMax}
          value={message ?? (only ? (preview?.recipients[0]?.text ?? '') : '')}
          onChange={(event) => onChange({ message: event.target.value })}
        />
      </Form.Item>
    </Form>
  )
}

interface PartProps {
  draft: AskBackDraft
  left: number
  reading: AskBackReading
  onChange: (changed: Partial<AskBackDraft>) => void
}

function Part({ draft, left, reading, onChange }: PartProps): ReactElement {
  const { t } = useTranslation()
  const problem = 'problem' in reading ? reading.problem : undefined
  const help =
    problem === 'aboveLeft'
      ? t('returns.ask.aboveLeft', { left })
      : problem === 'wrong'
        ? t('returns.ask.amountWrong')
        : t('returns.ask.tooMuchNeedsPart')
  return (
    <Form.Item
      label={t('deskSends.askBack.part')}
      htmlFor="ask-back-amount"
      {...(problem !== undefined && { validateStatus: 'error' as const, help })}
    >
      <Input
        id="ask-back-amount"
        inputMode="decimal"
        value={draft.amount}
        onChange={(event) => onChange({ amount: event.target.value })}
      />
    </Form.Item>
  )
}
