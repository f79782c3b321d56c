/** What an agent may do with a freeze that lasts: answer the objection that waits, or end it before its time. */

import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useAtDesk } from '../data/organisation-data.ts'
import { AnswerDialog } from './AnswerDialog.tsx'
import { stateOf, type Freeze } from './freezes-data.ts'
import { ReleaseDialog } from './ReleaseDialog.tsx'

export function FreezeActs({ freeze }: { freeze: Freeze }): ReactElement | null {
  const { t } = useTranslation()
  const { has, memberId } = useAtDesk()
  const [asked, setAsked] = useState<'release' | 'answer'>()
  const state = stateOf(freeze)
  if (state === 'ended' || !has('dispute_agent')) return null
  const isOwn = freeze.frozenBy === memberId
  const close = () => setAsked(undefined)
  return (
    <section className="drawer-acts">
      {state === 'appealed' && (
        <Button type="primary" disabled={isOwn} onClick={() => setAsked('answer')}>
          {t('deskFreezes.answer.do')}
        </Button>
      )}
      <Button danger onClick={() => setAsked('release')}>
        {t('deskFreezes.release.do')}
      </Button>
      {state === 'appealed' && isOwn && <p className="second">{t('deskFreezes.answer.own')}</p>}
      {asked === 'release' && <ReleaseDialog freeze={freeze} onClose={close} />}
      {asked === 'answer' && <AnswerDialog freeze={freeze} onClose={close} />}
    </section>
  )
}
