/** Signing in at the desk: by a one-time code or link, or in a demo world as one of its people. */

import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isIdOf } from '@laisee/core/ids.ts'
import { UnansweredError } from '../../app/data/service.ts'
import { exchange, type Proof } from '../../app/sign-in/exchange.ts'
import { codeIn, readFragment } from '../../app/sign-in/fragment.ts'
import { useRoleText } from '../../app/sign-in/role-text.ts'
import { demoPeopleQuery, healthQuery } from '../../app/sign-in/welcome-data.ts'
import { go, useAddress, type Address } from '../address.ts'
import { PersonName } from '../parts/Said.tsx'
import { Failure, Read } from '../parts/States.tsx'
import { Settings } from '../shell/TopBar.tsx'

export function SignIn(): ReactElement {
  const { t } = useTranslation()
  const health = useQuery(healthQuery)
  const { hash, parts, query } = useAddress()
  // Whoever came by a link to a page is led there once they are in.
  const [wanted] = useState({ parts, query })
  const enter = useMutation({ mutationFn: exchange, onSuccess: () => goOn(wanted) })
  const { mutate } = enter
  useEffect(() => {
    document.title = t('desk.signIn')
  }, [t])
  useEffect(() => {
    if (hash === '') return
    // What a link carries is taken once and leaves the address, so that no history keeps it.
    go('/sign-in', {}, true)
    const { code, token } = readFragment(hash)
    if (code !== undefined) mutate({ kind: 'code', code })
    else if (token !== undefined) mutate({ kind: 'token', token })
  }, [hash, mutate])
  const show = (proof: Proof) => {
    // Shown again under the same key, so that a code which was taken without an answer is answered now.
    const key = enter.error instanceof UnansweredError ? enter.error.idempotencyKey : undefined
    mutate(key !== undefined && isSame(proof, enter.variables) ? { ...proof, idempotencyKey: key } : proof)
  }
  return (
    <div className="door">
      <header className="top-bar">
        <h1>{t('desk.name')}</h1>
        <Settings />
      </header>
      <main className="door-main">
        <section className="card">
          <h2>{t('desk.signIn')}</h2>
          <p>{t('desk.signInText')}</p>
          {enter.isError && <Failure error={enter.error} />}
          <CodeForm busy={enter.isPending} onCode={(code) => show({ kind: 'code', code })} />
        </section>
        {health.data?.demo && (
          <DemoPeople busy={enter.isPending} onChoose={(memberId) => show({ kind: 'demo', memberId })} />
        )}
      </main>
    </div>
  )
}

function goOn({ parts, query }: Pick<Address, 'parts' | 'query'>): void {
  if (isIdOf('organisation', parts[0] ?? '')) go(`/${parts.join('/')}`, query, true)
  else go('/', {}, true)
}

function isSame(one: Proof, other: Proof | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify({ ...other, idempotencyKey: undefined })
}

function CodeForm({ busy, onCode }: { busy: boolean; onCode: (code: string) => void }): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const send = () => {
    const code = codeIn(text)
    if (code === undefined) setWrong(true)
    else onCode(code)
  }
  return (
    <Form layout="vertical" onFinish={send} requiredMark={false}>
      <Form.Item
        label={t('desk.codeLabel')}
        htmlFor="desk-code"
        {...(isWrong && { validateStatus: 'error' as const, help: t('desk.codeWrong') })}
      >
        <Input
          id="desk-code"
          value={text}
          placeholder={t('desk.codePlaceholder')}
          autoComplete="one-time-code"
          spellCheck={false}
          aria-invalid={isWrong}
          onChange={(event) => {
            setText(event.target.value)
            setWrong(false)
          }}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy} block>
        {t('desk.enter')}
      </Button>
    </Form>
  )
}

interface DemoPeopleProps {
  busy: boolean
  onChoose: (memberId: string) => void
}

function DemoPeople({ busy, onChoose }: DemoPeopleProps): ReactElement {
  const { t } = useTranslation()
  const people = useQuery(demoPeopleQuery)
  const roleText = useRoleText()
  const [text, setText] = useState('')
  return (
    <section className="card">
      <h2>{t('desk.demoTitle')}</h2>
      <p>{t('desk.demoText')}</p>
      <Input
        value={text}
        allowClear
        onChange={(event) => setText(event.target.value)}
        placeholder={t('desk.demoSearch')}
        aria-label={t('desk.demoSearch')}
      />
      <Read query={people}>
        {(items) => (
          <ul className="people-list">
            {items
              .filter(({ name, role, groups }) => [name, role, ...groups].join(' ').includes(text.trim()))
              .map(({ memberId, name, photoUrl, role, groups }) => (
                <li key={memberId}>
                  <button type="button" disabled={busy} onClick={() => onChoose(memberId)}>
                    <PersonName id={memberId} name={name} photoUrl={photoUrl} />
                    <span className="second one-line">{[roleText(role), ...groups].join(' · ')}</span>
                  </button>
                </li>
              ))}
          </ul>
        )}
      </Read>
    </section>
  )
}
