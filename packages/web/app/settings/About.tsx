/** What this is, which version, and where the data is; in a demo world, its clock as well. */

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Cell, CellInside, Cells } from '../../ui/Cells.tsx'
import { service } from '../data/service.ts'
import { seat } from '../session/seat.ts'
import { healthQuery } from '../sign-in/welcome-data.ts'
import { EvidenceEntries } from '../evidence/EvidenceEntries.tsx'
import { ClockControls } from '../tour/ClockControls.tsx'

export function About(): ReactElement {
  const { t } = useTranslation()
  const { data } = useQuery(healthQuery)
  // In a frame of the page for two, that page is what one is on already.
  const isAlone = seat.name === 'main'
  return (
    <>
      {data?.demo && isAlone && <ClockControls people={[service()]} />}
      <EvidenceEntries />
      <Cells title={t('settings.about')} foot={data?.demo ? t('settings.demo') : t('settings.data')}>
        {data?.demo && isAlone && (
          <a className="cell" href="/duo">
            <CellInside label={t('settings.duo')} leads />
          </a>
        )}
        <Cell label={t('settings.version')} end={data?.version ?? '…'} />
        <a className="cell" href="/docs" target="_blank" rel="noreferrer">
          <CellInside label={t('settings.api')} leads />
        </a>
        {data?.demo && <Cell label={t('settings.data')} />}
      </Cells>
    </>
  )
}
