/** Stopping every send on the organisation's behalf at once, and letting them go on. */

import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { service } from '../../app/data/service.ts'
import { useAtDesk, useWrite } from '../data/organisation-data.ts'
import { ReasonDialog } from '../parts/ReasonDialog.tsx'

export function StopAll(): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { organisation } = useAtDesk()
  const { id, name: organisationName, suspended } = organisation
  const [isAsking, setAsking] = useState(false)
  const stop = useWrite('stop all', (reason: string, idempotencyKey) =>
    service().suspendOrganisation({ path: { id }, body: { reason }, idempotencyKey }),
  )
  const resume = useWrite('resume all', (_: null, idempotencyKey) =>
    service().resumeOrganisation({ path: { id }, idempotencyKey }),
  )
  const done = (said: 'stoppedAll' | 'resumedAll') => {
    void message.success(t(`deskPeople.${said}`, { organisation: organisationName }))
    setAsking(false)
  }
  if (suspended)
    return (
      <Button
        loading={resume.isPending}
        onClick={() => resume.mutate(null, { onSuccess: () => done('resumedAll') })}
      >
        {t('deskPeople.resumeAll')}
      </Button>
    )
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {t('deskPeople.stopAll')}
      </Button>
      {isAsking && (
        <ReasonDialog
          title={t('deskPeople.stopAllTitle', { organisation: organisationName })}
          text={t('deskPeople.stopAllText')}
          action={t('deskPeople.stopAll')}
          asksWhy
          busy={stop.isPending}
          error={stop.error}
          onDo={(reason) => stop.mutate(reason, { onSuccess: () => done('stoppedAll') })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
