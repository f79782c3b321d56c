/** One approval in full, beside its list: what it is, what the guard saw, who has said what, and one's own word. */

import { useQuery } from '@tanstack/react-query'
import { App, Button, Descriptions, Drawer } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { setQuery } from '../address.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { useKeys } from '../parts/keys.ts'
import { ReasonDialog } from '../parts/ReasonDialog.tsx'
import { CopyId, Moment, Money, TimeLeft } from '../parts/Said.tsx'
import { ShownFacts } from '../parts/ShownFacts.tsx'
import { Failure, Read } from '../parts/States.tsx'
import { languageNow } from '../words.ts'
import { approvalQuery, type Approval } from './approval-data.ts'
import { Risks, Steps } from './ApprovalStory.tsx'
import { HandOn } from './HandOn.tsx'
import { useSays } from './say-approval.ts'
import { useWord } from './use-words.ts'

export function ApprovalDrawer({ sendId }: { sendId: string }): ReactElement {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  const approval = useQuery(approvalQuery(organisation.id, sendId))
  const name = approval.data?.sender.name ?? ''
  return (
    <Drawer
      open
      mask={false}
      size={560}
      title={t('deskApprovals.details', { name })}
      closable={{ 'aria-label': t('desk.close') }}
      onClose={() => setQuery({ id: undefined })}
    >
      <Read query={approval}>
        {(data) => (
          <div className="drawer-body">
            <Facts approval={data} />
            <Words approval={data} />
            <Risks approval={data} />
            {data.shown && (
              <section className="drawer-part">
                <ShownFacts shown={data.shown} />
              </section>
            )}
            <Steps approval={data} />
          </div>
        )}
      </Read>
    </Drawer>
  )
}

function Facts({ approval }: { approval: Approval }): ReactElement {
  const { t } = useTranslation()
  const says = useSays()
  const { sendId, send, chain, outcome, approveBy, submittedAt, policyVersion } = approval
  const items = [
    { key: 'what', label: t('deskApprovals.what'), children: says.what(approval) },
    {
      key: 'why',
      label: t('deskApprovals.askedBy'),
      children: `${chain.says[languageNow()]} · ${says.why(approval)}`,
    },
    { key: 'state', label: t('deskApprovals.acted'), children: says.state(approval) },
    ...(outcome === null
      ? [{ key: 'left', label: t('deskApprovals.left'), children: <TimeLeft until={approveBy} /> }]
      : []),
    { key: 'at', label: t('deskApprovals.submitted'), children: <Moment at={submittedAt} /> },
    { key: 'deliver', label: t('deskApprovals.deliver'), children: <Moment at={send.deliverAt} /> },
    { key: 'id', label: t('deskApprovals.id'), children: <CopyId id={sendId} /> },
  ]
  return (
    <>
      <p className="approval-sum">
        <Money fen={send.amount} />
        {policyVersion !== null && (
          <span className="second">
            {policyVersion === 0
              ? t('deskApprovals.policyDefault')
              : t('deskApprovals.policy', { version: policyVersion })}
          </span>
        )}
      </p>
      <Descriptions column={1} items={items} />
    </>
  )
}

const asking = ['reject', 'ask', 'answer', 'break_glass'] as const
type Asking = (typeof asking)[number]

/** One's own word: what may be said now, by button or key. */
function Words({ approval }: { approval: Approval }): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const word = useWord()
  const [asked, setAsked] = useState<Asking>()
  const { sendId, may, sender, send } = approval
  const say = (verb: Asking | 'approve' | 'remind', note = '') =>
    word.mutate(
      { verb, sendId, note },
      {
        onSuccess: () => {
          void message.success(t(`deskApprovals.said.${verb}`))
          setAsked(undefined)
        },
      },
    )
  const canSay = (verb: Approval['may'][number]) => may.includes(verb) && !word.isPending
  useKeys({
    a: canSay('approve') ? () => say('approve') : undefined,
    r: canSay('reject') ? () => setAsked('reject') : undefined,
  })
  return (
    <section className="drawer-acts">
      {may.includes('approve') && (
        <Button type="primary" loading={word.isPending} onClick={() => say('approve')} aria-keyshortcuts="A">
          {t('deskApprovals.approve')}
        </Button>
      )}
      {asking
        .filter((verb) => may.includes(verb))
        .map((verb) => (
          <Button
            key={verb}
            danger={verb === 'reject' || verb === 'break_glass'}
            onClick={() => setAsked(verb)}
          >
            {t(`deskApprovals.${verb}`)}
          </Button>
        ))}
      <HandOn approval={approval} />
      {may.includes('remind') && (
        <Button loading={word.isPending} onClick={() => say('remind')}>
          {t('deskApprovals.remind')}
        </Button>
      )}
      {word.isError && asked === undefined && <Failure error={word.error} />}
      {asked && (
        <ReasonDialog
          title={t(`deskApprovals.${asked}Title`, { name: sender.name, amount: send.amount })}
          text={t(`deskApprovals.${asked}Text`)}
          action={t(`deskApprovals.${asked}`)}
          asksWhy
          isMild={asked === 'ask' || asked === 'answer'}
          busy={word.isPending}
          error={word.error}
          onDo={(note) => say(asked, note)}
          onClose={() => {
            word.reset()
            setAsked(undefined)
          }}
        />
      )}
    </section>
  )
}
