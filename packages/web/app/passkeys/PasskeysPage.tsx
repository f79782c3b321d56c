/** Passkeys: those one has, from which sum on they are asked for, and what to do without them. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { CellButton, Cells } from '../../ui/Cells.tsx'
import { Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { useNow } from '../data/service-time.ts'
import { service } from '../data/service.ts'
import { useBack } from '../shell/back.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { AddPasskey } from './AddPasskey.tsx'
import { Codes } from './Codes.tsx'
import { FromSum } from './FromSum.tsx'
import { OnePasskey } from './OnePasskey.tsx'
import { passkeysQuery, stepUpQuery, type Passkey, type Passkeys } from './passkeys-data.ts'
import { StepUpSheet } from './StepUpSheet.tsx'
import { useProved, type Proving } from './use-proved.ts'
import '../settings/settings.css'
import './passkeys.css'

export function PasskeysPage(): ReactElement {
  const { t } = useTranslation()
  const back = useBack('/settings')
  const passkeys = useQuery(passkeysQuery)
  const from = useQuery(stepUpQuery)
  const proving = useProved()
  const [codes, setCodes] = useState<readonly string[]>()
  const { asked } = proving
  return (
    <Page title={t('passkeys.title')} onBack={back} className="settings">
      <p className="passkeys-intro">{t('passkeys.intro')}</p>
      {passkeys.isPending && <Skeleton height={110} count={3} />}
      {passkeys.isError && !passkeys.data && (
        <Failed onRetry={() => void passkeys.refetch()}>{failureText(passkeys.error)}</Failed>
      )}
      {passkeys.data && (
        <>
          <List passkeys={passkeys.data} proving={proving} onCodes={setCodes} />
          {from.data && (
            <FromSum from={from.data} hasKey={passkeys.data.items.length > 0} proving={proving} />
          )}
          {passkeys.data.items.length > 0 && (
            <RecoveryCodes left={passkeys.data.recoveryCodesLeft} proving={proving} onCodes={setCodes} />
          )}
        </>
      )}
      <p className="cells-foot passkeys-claimers">{t('passkeys.claimers')}</p>
      {asked && (
        <StepUpSheet
          facts={asked.task.facts}
          ask={asked.task.ask}
          need={asked.need}
          fault={asked.fault}
          busy={proving.isBusy}
          onProof={proving.give}
          onClose={proving.close}
        />
      )}
      {codes && <Codes codes={codes} onClose={() => setCodes(undefined)} />}
    </Page>
  )
}

interface PartProps {
  proving: Proving
  onCodes: (codes: readonly string[]) => void
}

function List({ passkeys: { items }, proving, onCodes }: PartProps & { passkeys: Passkeys }): ReactElement {
  const { t } = useTranslation()
  const [openId, setOpenId] = useState<string>()
  const [isAdding, setAdding] = useState(false)
  const open = items.find(({ id }) => id === openId)
  return (
    <>
      <Cells>
        {items.length === 0 && <p className="passkeys-none">{t('passkeys.none')}</p>}
        {items.map((passkey) => (
          <CellButton
            key={passkey.id}
            start={<Icon name="key" />}
            label={passkey.name}
            note={<PasskeyNote passkey={passkey} />}
            aria-haspopup="dialog"
            onClick={() => setOpenId(passkey.id)}
            leads
          />
        ))}
      </Cells>
      <Button look="act" wide onClick={() => setAdding(true)}>
        {t('passkeys.add')}
      </Button>
      {isAdding && <AddPasskey proving={proving} onCodes={onCodes} onClose={() => setAdding(false)} />}
      {open && (
        <OnePasskey
          key={open.id}
          passkey={open}
          isLast={items.length === 1}
          proving={proving}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </>
  )
}

function PasskeyNote({ passkey }: { passkey: Passkey }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const { addedAt, usedAt, synced, copiedAt } = passkey
  if (copiedAt !== null) return <span className="passkeys-copied">{t('passkeys.copied')}</span>
  const at = momentText(t, usedAt ?? addedAt, languageNow(), now)
  const when = t(usedAt === null ? 'passkeys.addedAt' : 'passkeys.usedAt', { at })
  return <>{synced ? `${when} · ${t('passkeys.synced')}` : when}</>
}

function RecoveryCodes({ left, proving, onCodes }: PartProps & { left: number }): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [problem, setProblem] = useState<string>()
  const make = () => {
    setProblem(undefined)
    proving.start({
      ask: { makeRecoveryCodes: true },
      facts: t('passkeys.facts.codes'),
      async run(stepUp) {
        const { recoveryCodes } = await service().makeRecoveryCodes({ body: stepUp ? { stepUp } : {} })
        onCodes(recoveryCodes)
        void queries.invalidateQueries(passkeysQuery)
      },
      onFailed: (error) => setProblem(failureText(error)),
    })
  }
  return (
    <>
      <Cells title={t('passkeys.codes.title')} foot={t('passkeys.codes.note')}>
        <CellButton
          label={t('passkeys.codes.make')}
          note={t('passkeys.codes.makeNote')}
          end={t('passkeys.codes.left', { count: left })}
          aria-haspopup="dialog"
          onClick={make}
        />
      </Cells>
      {problem !== undefined && (
        <p className="notice" data-tone="warn" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
