/** Signing in by a link: the code or token is in the address's fragment, which no server sees. */

import { useMutation } from '@tanstack/react-query'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { UnansweredError } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import { CodeForm } from './CodeForm.tsx'
import { exchange, type Proof } from './exchange.ts'
import { readFragment, type Fragment } from './fragment.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import './sign-in.css'

function proofIn({ code, token }: Fragment): Proof | undefined {
  if (code !== undefined) return { kind: 'code', code }
  return token === undefined ? undefined : { kind: 'token', token }
}

/**
 * What the address carries is taken once and leaves the address, so that no history keeps it. A second link that is
 * opened while the page is there is taken as well.
 */
function useFragment(take: (fragment: Fragment) => void): void {
  const router = useRouter()
  const hash = useRouterState({ select: ({ location }) => location.hash })
  const taken = useRef('')
  useEffect(() => {
    if (hash === '' || taken.current === hash) return
    taken.current = hash
    take(readFragment(hash))
    void router.navigate({ to: '/sign-in', hash: '', replace: true })
  }, [hash, router, take])
}

export function SignInPage(): ReactElement {
  const { t } = useTranslation()
  const router = useRouter()
  const [next, setNext] = useState<string>()
  const signIn = useMutation({ mutationFn: exchange })
  const { mutate } = signIn
  const take = useCallback(
    (fragment: Fragment) => {
      setNext(fragment.next)
      const proof = proofIn(fragment)
      if (proof) mutate(proof)
    },
    [mutate],
  )
  useFragment(take)
  useEffect(() => {
    // The first page knows where someone who is signed in goes on.
    if (!signIn.isSuccess) return
    void router.navigate({ to: '/', search: next === undefined ? {} : { next }, replace: true })
  }, [signIn.isSuccess, next, router])

  // Shown again under the same key, so that a code which was taken without an answer is answered now.
  const unanswered =
    signIn.error instanceof UnansweredError
      ? { ...signIn.variables!, idempotencyKey: signIn.error.idempotencyKey }
      : undefined
  const isWorking = signIn.isPending || signIn.isSuccess
  return (
    <main>
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
            <CodeForm busy={false} onCode={(code) => mutate({ kind: 'code', code })} />
            <Button look="link" wide onClick={() => void router.navigate({ to: '/', replace: true })}>
              {t('signIn.toWelcome')}
            </Button>
          </>
        )}
      </Page>
    </main>
  )
}
