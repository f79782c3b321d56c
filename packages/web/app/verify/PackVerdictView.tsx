/** A pack's verdict: that nothing was changed, or what was; then what the pack says of itself. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { listedFiles, type Manifest } from '@laisee/core/evidence/manifest.ts'
import type { PackVerdict } from '@laisee/core/evidence/verify.ts'
import { Cell, Cells } from '../../ui/Cells.tsx'
import { Gaps } from '../evidence/Gaps.tsx'
import { Items } from '../evidence/Items.tsx'
import { useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { fullText } from '../words/moments.ts'
import { Verdict } from './Verdict.tsx'

export function PackVerdictView({ verdict }: { verdict: PackVerdict }): ReactElement {
  const { t } = useTranslation()
  const { ok, problems, manifest } = verdict
  if (!ok || !manifest)
    return (
      <Verdict tone="bad" title={t('verify.bad')}>
        <p>{t('verify.badText', { count: problems.length })}</p>
        <ol className="verify-problems">
          {problems.map(({ code, file, receipt }) => (
            <li key={`${code} ${file}`}>
              {t(`verify.faults.${code}`, { file: file ?? t('verify.inList') })}
              {receipt && ` ${t(`verify.receiptFaults.${receipt}`)}`}
            </li>
          ))}
        </ol>
      </Verdict>
    )
  return <Good verdict={verdict} manifest={manifest} />
}

function Good({ verdict, manifest }: { verdict: PackVerdict; manifest: Manifest }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const { keys, items, timestamp, demo, gaps } = manifest
  const files = listedFiles(manifest)
  const receipts = files.filter(({ name }) => name.endsWith('.tlog-proof')).length
  const key = keys[0]?.split('+').slice(0, 2).join('+') ?? ''
  return (
    <>
      <Verdict tone="good" title={t('verify.ok')}>
        <p>{t('verify.okText', { files: files.length, receipts })}</p>
        <p>{verdict.keys === 'given' ? t('verify.keyGiven') : t('verify.keyOwn', { key })}</p>
        <p>{t('verify.notarised')}</p>
        <p>
          {timestamp && verdict.stampedAt !== null
            ? t('verify.stamp', {
                authority: timestamp.authority,
                at: fullText(verdict.stampedAt, languageNow(), now),
              })
            : t('verify.noStamp')}
        </p>
      </Verdict>
      {demo && (
        <p className="notice" data-tone="warn">
          {t('verify.demo')}
        </p>
      )}
      <Facts manifest={manifest} />
      <Items
        title={t('verify.items')}
        items={items.map(({ no, code, files: own }) => ({ no, code, fileCount: own.length }))}
      />
      <h2 className="verify-gaps">{t('verify.gaps')}</h2>
      <Gaps gaps={gaps} />
    </>
  )
}

function Facts({ manifest }: { manifest: Manifest }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const { id, sourceId, claim, madeAt, madeFor, origin } = manifest
  const rows = [
    ['about', sourceId ?? t('verify.facts.outside')],
    ['claim', t(`evidenceItems.claims.${claim}`)],
    ['madeFor', madeFor],
    ['madeAt', fullText(madeAt, languageNow(), now)],
    ['id', id],
    ['origin', origin],
  ] as const
  return (
    <Cells>
      {rows.map(([name, text]) => (
        <Cell
          key={name}
          label={t(`verify.facts.${name}`)}
          note={<span className="verify-fact">{text}</span>}
        />
      ))}
    </Cells>
  )
}
