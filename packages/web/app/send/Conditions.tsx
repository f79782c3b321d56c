/** What few packets need, folded away: passphrase, times, paused, provable, test. */

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellButton } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SwitchRow } from '../../ui/Switch.tsx'
import { languageNow } from '../words/i18n.ts'
import { Expiry } from './Expiry.tsx'
import type { PacketDraft } from './packet-draft.ts'
import type { Field } from './reading.ts'
import { Row } from './Row.tsx'

interface ConditionsProps {
  draft: PacketDraft
  change: (change: Partial<PacketDraft>) => void
  isLucky: boolean
  /** What is the matter with a field, in words. */
  problemAt: (field: Field) => string | undefined
}

const folded: readonly Field[] = ['passphrase', 'notBefore', 'expiry']

export function Conditions(props: ConditionsProps): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const hasProblem = folded.some((field) => props.problemAt(field) !== undefined)
  const shown = isOpen || hasProblem
  const set = useSet(props)
  return (
    <div className="cells">
      <CellButton
        label={t('send.more.title')}
        note={set === '' ? t('send.more.note') : t('send.more.set', { what: set })}
        end={
          <span className="fold" data-open={shown}>
            <Icon name="next" size={18} />
          </span>
        }
        aria-expanded={shown}
        onClick={() => setOpen(!shown)}
      />
      {shown && <Fields {...props} />}
    </div>
  )
}

/** Which conditions are set, so that nothing folded away is forgotten. */
function useSet({ draft, isLucky }: ConditionsProps): string {
  const { t } = useTranslation()
  const parts = [
    draft.passphrase.trim() !== '' && t('send.more.passphrase'),
    draft.notBefore !== '' && t('send.more.notBefore'),
    draft.expiry !== '' && t('send.more.expiry'),
    draft.paused && t('send.more.paused'),
    isLucky && draft.provable && t('send.more.provable'),
    draft.test && t('send.more.test'),
  ]
  return parts.filter((part) => part !== false).join(languageNow() === 'zh' ? '、' : ', ')
}

function Fields({ draft, change, isLucky, problemAt }: ConditionsProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <Row
        label={t('send.more.passphrase')}
        note={t('send.more.passphraseNote')}
        problem={problemAt('passphrase')}
      >
        {(says) => (
          <input
            {...says}
            dir="auto"
            autoComplete="off"
            value={draft.passphrase}
            placeholder={t('send.more.passphraseEmpty')}
            onChange={(event) => change({ passphrase: event.target.value })}
          />
        )}
      </Row>
      <Row
        label={t('send.more.notBefore')}
        note={t('send.more.notBeforeNote')}
        problem={problemAt('notBefore')}
      >
        {(says) => (
          <input
            {...says}
            type="datetime-local"
            value={draft.notBefore}
            onChange={(event) => change({ notBefore: event.target.value })}
          />
        )}
      </Row>
      <Expiry draft={draft} change={change} problem={problemAt('expiry')} />
      <SwitchRow
        label={t('send.more.paused')}
        note={t('send.more.pausedNote')}
        checked={draft.paused}
        onChange={(paused) => change({ paused })}
      />
      {isLucky && (
        <SwitchRow
          label={t('send.more.provable')}
          note={t('send.more.provableNote')}
          checked={draft.provable}
          onChange={(provable) => change({ provable })}
        />
      )}
      <SwitchRow
        label={t('send.more.test')}
        note={t('send.more.testNote')}
        checked={draft.test}
        onChange={(test) => change({ test })}
      />
    </>
  )
}
