/**
 * Claiming a share: the coin spins once while the service is asked. A claim asked again answers with the share it gave,
 * so that it is asked again freely: by hand, and by itself when a lost network is back.
 */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { service, UnansweredError } from '../data/service.ts'
import { serviceNow } from '../data/service-time.ts'
import { session } from '../session/session.ts'
import { isRefusal } from '../words/failure.ts'
import { rereadPacket } from './packet-data.ts'

export const spinMs = 600

export interface ClaimAsk {
  packetId: string
  token?: string
  /** Claimable by link only; its payer has none at hand, and seals one for themselves. */
  isByLink: boolean
  /** Read again what the cover is made of. */
  reread: () => Promise<unknown>
}

export interface Claiming {
  /** Claim, with what the reader said as the passphrase. */
  claim: (passphrase?: string) => void
  skip: () => void
  /** The coin spins. Until it has, nothing is told. */
  isSpinning: boolean
  /** It has spun, and there is no answer yet. */
  isWaiting: boolean
  share: { amount: number; shareNo: number } | undefined
  error: Error | null
  /** When it was pressed last, by the service's time. */
  pressedAtMs: number
}

const isStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** A link for whoever asks, who must be the payer: nobody else can make one. */
async function ownToken(packetId: string): Promise<string | undefined> {
  const memberId = session()?.memberId
  const body = memberId === undefined ? {} : { memberId }
  return (await service().makePacketLink({ path: { id: packetId }, body })).token
}

export function useClaim({ packetId, token, isByLink, reread }: ClaimAsk): Claiming {
  const queries = useQueryClient()
  const [isSpinning, setSpinning] = useState(false)
  const pressedAt = useRef(0)
  const ask = useMutation({
    mutationFn: async (passphrase: string | undefined) => {
      const path = { id: packetId }
      const sealed = token ?? (isByLink ? await ownToken(packetId) : undefined)
      const body = {
        ...(sealed === undefined ? {} : { token: sealed }),
        ...(passphrase === undefined ? {} : { passphrase }),
      }
      return service().claimPacket({ path, body })
    },
    onSuccess: () => void rereadPacket(queries, packetId),
    onError: (error) => {
      setSpinning(false)
      // Whatever was decided meanwhile is shown as it is: the cover is read again before the "no" is told.
      if (isRefusal(error) && !error.code.startsWith('passphrase_')) return reread().catch(() => undefined)
      return undefined
    },
  })
  const { mutate, error, variables, data, isPending } = ask
  const claim = useCallback(
    (passphrase?: string) => {
      pressedAt.current = serviceNow()
      setSpinning(!isStill())
      navigator.vibrate?.(20)
      mutate(passphrase)
    },
    [mutate],
  )
  useEffect(() => {
    if (!isSpinning) return
    const timer = setTimeout(() => setSpinning(false), spinMs)
    return () => clearTimeout(timer)
  }, [isSpinning])
  const isUnanswered = error instanceof UnansweredError
  useEffect(() => {
    if (!isUnanswered) return
    const again = () => mutate(variables)
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [isUnanswered, mutate, variables])
  return {
    claim,
    skip: () => setSpinning(false),
    isSpinning,
    isWaiting: isPending && !isSpinning,
    share: data,
    error,
    pressedAtMs: pressedAt.current,
  }
}
