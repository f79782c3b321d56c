/** Guardian alerts: who is told about oneself, about whom one is told, and what waits for an answer. Both see it. */

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Cell, CellButton, Cells } from '../../ui/Cells.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { usePersonName } from '../data/people-names.ts'
import { useNow } from '../data/service-time.ts'
import { service } from '../data/service.ts'
import { useSession } from '../session/session.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { Answers, Face } from './Allowances.tsx'
import { ChooseOne } from './ChooseOne.tsx'
import type { Guardian } from './limits-data.ts'
import { useChange } from './use-change.ts'

type Role = 'guardian' | 'protected'

interface GuardiansProps {
  guarding: readonly Guardian[]
  guardedBy: readonly Guardian[]
}

export function Guardians({ guarding, guardedBy }: GuardiansProps): ReactElement {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<Role>()
  const none = guarding.length + guardedBy.length === 0
  return (
    <Cells title={t('limits.guardians')} foot={t('limits.guardSays')}>
      {none && <Cell label={<span className="limit-none">{t('limits.guardNone')}</span>} />}
      {guardedBy.map((link) => (
        <LinkRow key={link.id} link={link} mine="protected" />
      ))}
      {guarding.map((link) => (
        <LinkRow key={link.id} link={link} mine="guardian" />
      ))}
      <CellButton
        label={<span className="limit-do">{t('limits.askGuard')}</span>}
        aria-haspopup="dialog"
        onClick={() => setAsking('protected')}
      />
      <CellButton
        label={<span className="limit-do">{t('limits.askProtect')}</span>}
        aria-haspopup="dialog"
        onClick={() => setAsking('guardian')}
      />
      {asking && <AskSheet as={asking} onClose={() => setAsking(undefined)} />}
    </Cells>
  )
}

function LinkRow({ link, mine }: { link: Guardian; mine: Role }): ReactElement {
  const { t } = useTranslation()
  const change = useChange()
  const now = useNow(60_000)
  const myId = useSession()?.memberId
  const { id, state, askedBy, alertedAt } = link
  const other = mine === 'protected' ? link.guardian : link.protected
  const name = usePersonName(other.id, other.name)
  const end = () => change.run(() => service().endGuardian({ path: { id } }), t('limits.ended'))
  if (state === 'invited' && askedBy !== myId)
    return (
      <div className="limit-offer" role="group" aria-label={name}>
        <Cell
          start={<Face card={other} />}
          label={t(mine === 'protected' ? 'limits.guardAskedGuard' : 'limits.guardAskedProtect', { name })}
        />
        <Answers
          change={change}
          onAccept={() => change.run(() => service().acceptGuardian({ path: { id } }), t('limits.accepted'))}
          onDecline={end}
        />
      </div>
    )
  const about = mine === 'protected' ? 'limits.guardedBy' : 'limits.guarding'
  return (
    <Cell
      start={<Face card={other} />}
      label={t(state === 'invited' ? 'limits.guardWaits' : about, { name })}
      note={
        change.failure ??
        (alertedAt === null
          ? undefined
          : t('limits.lastAlert', { at: momentText(t, alertedAt, languageNow(), now) }))
      }
      end={
        <Button small busy={change.isBusy} aria-label={t('limits.endGuard', { name })} onClick={end}>
          {t('limits.end')}
        </Button>
      }
    />
  )
}

function AskSheet({ as, onClose }: { as: Role; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const change = useChange(onClose)
  return (
    <Sheet
      open
      onClose={onClose}
      title={t(as === 'guardian' ? 'limits.askProtectTitle' : 'limits.askGuardTitle')}
      says={t('limits.guardSays')}
    >
      {change.failure !== undefined && (
        <p className="field-error" role="alert">
          {change.failure}
        </p>
      )}
      <ChooseOne
        onChoose={({ id }) =>
          change.run(() => service().askGuardian({ body: { memberId: id, as } }), t('limits.sent'))
        }
      />
    </Sheet>
  )
}
