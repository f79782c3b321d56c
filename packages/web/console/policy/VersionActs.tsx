/** What may be done with a version: publish it, withdraw it while it does not hold, go back to it. */

import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { service } from '../../app/data/service.ts'
import { setQuery } from '../address.ts'
import { useAtDesk, useWrite } from '../data/organisation-data.ts'
import { ReasonDialog } from '../parts/ReasonDialog.tsx'
import type { Policy } from './policy-data.ts'
import { PublishDialog } from './PublishDialog.tsx'

/** The writes of a version. */
function useVersionWrites({ id, version }: Policy) {
  const { organisation } = useAtDesk()
  const path = { id: organisation.id, policyId: id ?? '' }
  const withdraw = useWrite(`withdraw ${id}`, (_: null, idempotencyKey) =>
    service().withdrawPolicyDraft({ path, idempotencyKey }),
  )
  return {
    publish: useWrite(`publish ${id}`, (body: { effectiveAt?: string }, idempotencyKey) =>
      service().publishPolicy({ path, body, idempotencyKey }),
    ),
    others: {
      withdraw,
      withdrawWaiting: withdraw,
      goBack: useWrite(`go back ${id}`, (_: null, idempotencyKey) =>
        service().goBackToPolicy({ path: { id: organisation.id }, body: { version }, idempotencyKey }),
      ),
    },
  }
}

const said = { withdraw: 'withdrawn', withdrawWaiting: 'withdrawnWaiting', goBack: 'wentBack' } as const
type Asked = 'publish' | keyof typeof said

export function VersionActs({ policy }: { policy: Policy }): ReactElement | null {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { has } = useAtDesk()
  const { publish, others } = useVersionWrites(policy)
  const [asked, setAsked] = useState<Asked>()
  if (!has('administrator')) return null
  const { version } = policy
  const act = asked !== undefined && asked !== 'publish' ? { name: asked, write: others[asked] } : undefined
  const done = (key: 'published' | 'publishedLater' | (typeof said)[keyof typeof said]) => {
    void message.success(t(`deskPolicy.${key}`, { version }))
    setAsked(undefined)
  }
  const close = () => {
    publish.reset()
    act?.write.reset()
    setAsked(undefined)
  }
  return (
    <section className="drawer-acts">
      <Buttons policy={policy} onAsk={setAsked} />
      {asked === 'publish' && (
        <PublishDialog
          version={version}
          busy={publish.isPending}
          error={publish.error}
          onDo={(ask) =>
            publish.mutate(ask, { onSuccess: () => done(ask.effectiveAt ? 'publishedLater' : 'published') })
          }
          onClose={close}
        />
      )}
      {act && (
        <ReasonDialog
          title={t(`deskPolicy.${act.name}Title`, { version })}
          text={t(`deskPolicy.${act.name}Text`)}
          action={t(`deskPolicy.${act.name}`)}
          asksWhy={false}
          isMild={act.name === 'goBack'}
          busy={act.write.isPending}
          error={act.write.error}
          onDo={() => act.write.mutate(null, { onSuccess: () => done(said[act.name]) })}
          onClose={close}
        />
      )}
    </section>
  )
}

function Buttons({ policy, onAsk }: { policy: Policy; onAsk: (asked: Asked) => void }): ReactElement {
  const { t } = useTranslation()
  const { memberId } = useAtDesk()
  const { id, state, holds, authorIds, problems } = policy
  const isOwn = authorIds.includes(memberId)
  const isWrong = problems.some(({ weight }) => weight === 'error')
  return (
    <>
      {state === 'draft' && (
        <>
          <Button type="primary" disabled={isOwn || isWrong} onClick={() => onAsk('publish')}>
            {t('deskPolicy.publish')}
          </Button>
          <Button onClick={() => setQuery({ edit: id ?? undefined, id: undefined }, 'push')}>
            {t('deskPolicy.edit')}
          </Button>
          <Button danger onClick={() => onAsk('withdraw')}>
            {t('deskPolicy.withdraw')}
          </Button>
          {isOwn && <p className="second">{t('deskPolicy.publishOwn')}</p>}
        </>
      )}
      {state === 'waiting' && (
        <Button danger onClick={() => onAsk('withdrawWaiting')}>
          {t('deskPolicy.withdrawWaiting')}
        </Button>
      )}
      {state === 'published' && !holds && (
        <Button onClick={() => onAsk('goBack')}>{t('deskPolicy.goBack')}</Button>
      )}
    </>
  )
}
