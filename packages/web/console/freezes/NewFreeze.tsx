/** Freezing, beside the list: the form first, then exactly what would happen, then it is done. */

import { useQuery } from '@tanstack/react-query'
import { App, Drawer } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { amountForField } from '@laisee/core/amount-input.ts'
import { freezeKinds } from '@laisee/core/freeze.ts'
import { serviceNow } from '../../app/data/service-time.ts'
import { setQuery, useAddress } from '../address.ts'
import { ConfirmFreeze } from './ConfirmFreeze.tsx'
import { FreezeFields } from './FreezeFields.tsx'
import {
  bodyOf,
  emptyForm,
  isSubjectOf,
  problemsOf,
  type FreezeForm,
  type FreezeProblem,
} from './freeze-form.ts'
import { subjectQuery, useFreezing } from './freezes-data.ts'

/** The form as the address begins it: a case names whose money it is. */
function useBegun(): FreezeForm {
  const { query } = useAddress()
  const fen = query['sum'] ?? ''
  return {
    ...emptyForm,
    kind: freezeKinds.find((kind) => kind === query['new']) ?? emptyForm.kind,
    subjectId: query['subject'] ?? '',
    aboutId: query['about'] ?? '',
    amount: /^\d{1,15}$/.test(fen) ? amountForField(BigInt(fen)) : '',
  }
}

const begun = { new: undefined, subject: undefined, sum: undefined, about: undefined }
const close = () => setQuery(begun)

export function NewFreeze(): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form, setForm] = useState(useBegun())
  const [problems, setProblems] = useState<readonly FreezeProblem[]>([])
  const [isAsking, setAsking] = useState(false)
  const subjectId = form.subjectId.trim()
  const subject = useQuery({ ...subjectQuery(subjectId), enabled: isSubjectOf(form.kind, subjectId) })
  const freezing = useFreezing()
  const next = () => {
    const found = problemsOf(form, serviceNow())
    setProblems(found)
    if (found.length === 0 && subject.data) setAsking(true)
  }
  const freeze = () =>
    freezing.mutate(bodyOf(form), {
      onSuccess: ({ id }) => {
        void message.success(t('deskFreezes.add.done'))
        setQuery({ ...begun, state: undefined, id })
      },
    })
  return (
    <Drawer
      open
      mask={false}
      size={560}
      title={t('deskFreezes.add.title')}
      closable={{ 'aria-label': t('desk.close') }}
      onClose={close}
    >
      <FreezeFields
        form={form}
        subject={subject}
        problems={problems}
        onChange={(changed) => {
          setForm({ ...form, ...changed })
          setProblems([])
        }}
        onNext={next}
      />
      {isAsking && subject.data && (
        <ConfirmFreeze
          form={form}
          subject={subject.data}
          busy={freezing.isPending}
          error={freezing.error}
          onDo={freeze}
          onClose={() => {
            setAsking(false)
            freezing.reset()
          }}
        />
      )}
    </Drawer>
  )
}
