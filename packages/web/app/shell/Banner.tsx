/** A line over the page while what it shows may be old, and where a new version waits. */

import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useConnection } from '../data/live.ts'
import { onNewVersion, takeNewVersion } from './worker.ts'

/** A connection that is opened anew within this is no news. */
const patienceMs = 2_500

export function Banner(): ReactElement {
  const { t } = useTranslation()
  const connection = useConnection()
  const [isLong, setLong] = useState(false)
  const [worker, setWorker] = useState<ServiceWorker>()
  useEffect(() => onNewVersion(setWorker), [])
  useEffect(() => {
    setLong(false)
    if (connection !== 'connecting') return
    const timer = setTimeout(() => setLong(true), patienceMs)
    return () => clearTimeout(timer)
  }, [connection])
  const says = connection === 'offline' ? t('common.offline') : isLong ? t('common.reconnecting') : undefined
  return (
    <div className="banner" role="status">
      {says !== undefined && (
        <p>
          <Icon name="offline" size={18} /> {says}
        </p>
      )}
      {worker && (
        <p>
          {t('common.updateReady')}
          <Button small look="link" onClick={() => takeNewVersion(worker)}>
            {t('common.update')}
          </Button>
        </p>
      )}
    </div>
  )
}
