/** One entry of the log in full, with its proof to keep. */

import { Button, Descriptions, Drawer, type DescriptionsProps } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { eventKindName } from '@laisee/core/words/event-kinds.ts'
import { saveFile } from '../../app/advisor/save-file.ts'
import { setQuery } from '../address.ts'
import { CopyId, Moment } from '../parts/Said.tsx'
import { languageNow } from '../words.ts'
import { Changes } from './Changes.tsx'
import type { Entry } from './log-data.ts'
import { nameOf, Proof } from './LogTable.tsx'

export function LogDrawer({ entry }: { entry: Entry }): ReactElement {
  const { t } = useTranslation()
  const { index, data, changes, receipt, actor, sourceId } = entry
  const save = () =>
    receipt !== null && saveFile([receipt], 'text/plain;charset=utf-8', `log-${index}.tlog-proof`)
  return (
    <Drawer
      open
      mask={false}
      size={560}
      title={t('deskLog.details', { index })}
      closable={{ 'aria-label': t('desk.close') }}
      onClose={() => setQuery({ id: undefined })}
    >
      <div className="drawer-body">
        <Facts entry={entry} />
        <div className="log-exports">
          {receipt !== null && <Button onClick={save}>{t('deskLog.saveReceipt')}</Button>}
          <Button onClick={() => setQuery({ source: sourceId, id: undefined }, 'push')}>
            {t('deskLog.ofSource')}
          </Button>
          {actor !== null && (
            <Button onClick={() => setQuery({ actor, id: undefined }, 'push')}>{t('deskLog.ofActor')}</Button>
          )}
        </div>
        {changes.length > 0 && (
          <section className="drawer-part">
            <h2>{t('deskLog.columns.changes')}</h2>
            <Changes changes={changes} />
          </section>
        )}
        <section className="drawer-part">
          <h2>{t('deskLog.data')}</h2>
          <pre className="log-data" tabIndex={0}>
            {JSON.stringify(data, null, 2)}
          </pre>
        </section>
      </div>
    </Drawer>
  )
}

function Facts({ entry }: { entry: Entry }): ReactElement {
  const { t } = useTranslation()
  const { at, kind, actor, staff, sourceId, seq, policy, data } = entry
  const { requestId } = data
  const items: NonNullable<DescriptionsProps['items']> = [
    {
      key: 'kind',
      label: t('deskLog.columns.kind'),
      children: (
        <>
          <span>{eventKindName(kind, languageNow())}</span> <code>{kind}</code>
        </>
      ),
    },
    { key: 'at', label: t('deskLog.columns.at'), children: <Moment at={at} /> },
    {
      key: 'actor',
      label: t('deskLog.columns.actor'),
      children: actor === null ? t('deskLog.nobody') : <Named entry={entry} id={actor} />,
    },
    ...(staff === null
      ? []
      : [
          {
            key: 'staff',
            label: t(`deskLog.staff.${staff.role}`),
            children: <Named entry={entry} id={staff.id} />,
          },
        ]),
    { key: 'source', label: t('deskLog.columns.source'), children: <Named entry={entry} id={sourceId} /> },
    { key: 'seq', label: t('deskLog.seq'), children: seq },
    ...(policy === null ? [] : [{ key: 'policy', label: t('deskLog.policy'), children: policy }]),
    ...(typeof requestId === 'string'
      ? [{ key: 'request', label: t('deskLog.request'), children: <CopyId id={requestId} /> }]
      : []),
    { key: 'proof', label: t('deskLog.columns.proof'), children: <Proof entry={entry} /> },
  ]
  return <Descriptions column={1} items={items} />
}

function Named({ entry, id }: { entry: Entry; id: string }): ReactElement {
  const name = nameOf(entry, id)
  return (
    <span>
      {name !== id && `${name} `}
      <CopyId id={id} />
    </span>
  )
}
