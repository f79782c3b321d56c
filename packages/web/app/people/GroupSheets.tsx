/** What can be done with a group: another name, more members, leaving. */

import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { nameFrom } from '@laisee/core/name.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { service } from '../data/service.ts'
import { useSession } from '../session/session.ts'
import { failureText } from '../words/failure.ts'
import { ChoosePeople } from './ChoosePeople.tsx'
import { Field } from './Field.tsx'
import { groupMembersQuery, type Group } from './people-data.ts'
import { useRefresh } from './refresh.ts'

interface GroupSheetProps {
  group: Group
  open: boolean
  onClose: () => void
}

export function RenameSheet({ group, open, onClose }: GroupSheetProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet open={open} onClose={onClose} title={t('people.rename')}>
      <RenameForm group={group} onDone={onClose} />
    </Sheet>
  )
}

function RenameForm({ group, onDone }: { group: Group; onDone: () => void }): ReactElement {
  const { t } = useTranslation()
  const refresh = useRefresh()
  const [name, setName] = useState(group.name)
  const kept = nameFrom(name)
  const rename = useMutation({
    mutationFn: (to: string) => service().renameGroup({ path: { id: group.id }, body: { name: to } }),
    onSuccess: async () => {
      await refresh()
      say(t('people.renamed'))
      onDone()
    },
  })
  return (
    <form
      className="people-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (kept !== undefined) rename.mutate(kept)
      }}
    >
      <div className="cells edged">
        <Field
          label={t('people.groupName')}
          value={name}
          onChange={setName}
          wrong={kept === undefined ? t('people.groupNameWrong') : undefined}
        />
      </div>
      <Failure error={rename.error} />
      <Button type="submit" look="act" wide busy={rename.isPending} disabled={kept === undefined}>
        {t('common.save')}
      </Button>
    </form>
  )
}

const nobody: ReadonlySet<string> = new Set()

export function AddMembersSheet({ group, open, onClose }: GroupSheetProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet open={open} onClose={onClose} title={t('people.addMembers')} says={t('people.addMembersSays')}>
      <AddMembers group={group} onDone={onClose} />
    </Sheet>
  )
}

function AddMembers({ group, onDone }: { group: Group; onDone: () => void }): ReactElement {
  const { t } = useTranslation()
  const refresh = useRefresh()
  const [chosen, setChosen] = useState(nobody)
  const { data: members = [] } = useQuery(groupMembersQuery(group.id))
  const inside = new Set(members.map(({ member }) => member.id))
  const add = useMutation({
    mutationFn: () => service().joinGroup({ path: { id: group.id }, body: { memberIds: [...chosen] } }),
    onSuccess: async ({ joinedIds }) => {
      await refresh()
      say(t('people.membersAdded', { count: joinedIds.length }))
      onDone()
    },
  })
  return (
    <>
      <ChoosePeople label={t('people.choose')} chosen={chosen} onChange={setChosen} without={inside} />
      <Failure error={add.error} />
      <Button look="act" wide busy={add.isPending} disabled={chosen.size === 0} onClick={() => add.mutate()}>
        {t('people.addChosen', { count: chosen.size })}
      </Button>
    </>
  )
}

export function LeaveSheet({ group, open, onClose }: GroupSheetProps): ReactElement {
  const { t } = useTranslation()
  const refresh = useRefresh()
  const go = useNavigate()
  const myId = useSession()?.memberId ?? ''
  const leave = useMutation({
    mutationFn: () => service().leaveGroup({ path: { id: group.id, memberId: myId } }),
    onSuccess: async () => {
      say(t('people.left', { name: group.name }))
      await go({ to: '/chats', replace: true })
      await refresh()
    },
  })
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('people.leaveTitle', { name: group.name })}
      says={t('people.leaveSays')}
    >
      <Failure error={leave.error} />
      <div className="buttons beside">
        <Button onClick={onClose}>{t('people.stay')}</Button>
        <Button look="warn" busy={leave.isPending} onClick={() => leave.mutate()}>
          {t('people.leave')}
        </Button>
      </div>
    </Sheet>
  )
}

function Failure({ error }: { error: Error | null }): ReactElement {
  const { t } = useTranslation()
  return (
    <p className="people-error" role="alert">
      {error && t('people.failedKept', { why: failureText(error) })}
    </p>
  )
}
