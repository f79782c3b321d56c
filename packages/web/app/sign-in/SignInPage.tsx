/** Signing in by a link: the code or token is in the address's fragment, which no server sees. */

import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { isRefusal, failureText } from '../words/failure.ts'
import { CodeForm } from './CodeForm.tsx'
import { exchange, type Proof } from './exchange.ts'
import { readFragment } from './fragment.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import './sign-in.css'

/** What the address carried when the page was opened. It leaves the address, so that no history keeps it. */
function useFragment() {
  const router = useRouter()
  const [fragment] = useState(() => readFragment(window.location.hash))
  useEffect(() => {
    if (window.location.hash !== '') void router.navigate({ to: '/sign-in', hash: '', replace: true })
  }, [router])
  return fragment
}

function proofIn({ code, token }: ReturnType<typeof readFragment>): Proof | undefined {
  const idempotencyKey = crypto.randomUUID()
  if (code !== undefined) return { kind: 'code', code, idempotencyKey }
  return token === undefined ? undefined : { kind: 'token', token, idempotencyKey }
}

export function SignInPage(): ReactElement {
  const { t } = useTranslation()
  const router = useRouter()
  const fragment = useFragment()
  const [first] = useState(() => proofIn(fragment))
  const isShown = useRef(false)
  const { next } = fragment
  const signIn = useMutation({
    mutationFn: exchange,
    // The first page knows where someone who is signed in goes on.
    onSuccess: () => router.navigate({ to: '/', search: next === undefined ? {} : { next }, replace: true }),
  })
  const { mutate } = signIn
  useEffect(() => {
    if (!first || isShown.current) return
    isShown.current = true
    mutate(first)
  }, [first, mutate])

  const unanswered = signIn.isError && !isRefusal(signIn.error) ? signIn.variables : undefined
  const isWorking = signIn.isPending || signIn.isSuccess || (first !== undefined && signIn.isIdle)
  return (
    <Page title={t('signIn.title')} className="sign-in" actions={<LanguageSwitch />}>
      <div role="status">{isWorking && <p className="sign-in-state">{t('signIn.working')}</p>}</div>
      {!isWorking && (
        <>
          <div className="notice" data-tone="warn" role="alert">
            <div>
              <h2>{t('signIn.failedTitle')}</h2>
              <p>{signIn.isError ? failureText(signIn.error) : t('signIn.noCode')}</p>
            </div>
          </div>
          {unanswered && (
            <Button look="act" wide onClick={() => mutate(unanswered)}>
              {t('common.retry')}
            </Button>
          )}
          <CodeForm
            busy={false}
            onCode={(code) => mutate({ kind: 'code', code, idempotencyKey: crypto.randomUUID() })}
          />
          <Button look="link" wide onClick={() => void router.navigate({ to: '/', replace: true })}>
            {t('signIn.toWelcome')}
          </Button>
        </>
      )}
    </Page>
  )
}
