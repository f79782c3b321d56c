/**
 * Sends whose answer was not seen. Key and body are on the device before the request leaves it, and stay until it is
 * answered: whatever breaks in between, the same send can be asked about under the same key, and happens once.
 */

import { useSyncExternalStore } from 'react'
import { newKey } from '@laisee/client/new-key.ts'
import type { Ask } from '@laisee/client/client.ts'
import { keep, onKept, recall } from '../session/keep.ts'
import { ofSeat } from '../session/seat.ts'
import { session } from '../session/session.ts'

export type What =
  | { kind: 'packet'; body: Ask<'sendPacket'>['body'] }
  | { kind: 'transfer'; body: Ask<'sendTransfer'>['body'] }
  | { kind: 'ladder'; body: Ask<'sendLadder'>['body'] }
  | {
      kind: 'part'
      planId: string
      no: number
      /** What is signed for it, where it needs a passkey. */
      transfer: { payeeId: string; amount: number }
      body: NonNullable<Ask<'sendSplitPart'>['body']>
    }
  | {
      /** One's share of a collection. */
      kind: 'share'
      collectionId: string
      transfer: { payeeId: string; amount: number }
      body: NonNullable<Ask<'payCollectionShare'>['body']>
    }

const kinds: readonly unknown[] = ['packet', 'transfer', 'ladder', 'part', 'share'] satisfies What['kind'][]

export interface PendingSend {
  /** The idempotency key of the send, and of its cancelling. */
  key: string
  cancelKey: string
  memberId: string
  what: What
  /** The name of whom it is for as the sender sees it; null for a packet by link. */
  toName: string | null
  /** Fen. */
  amount: number
  /** The draft it came from. */
  draft: string
  /** The service's time. */
  pressedAt: number
  /** The page it was pressed on: another one does not ask by itself. */
  page: string
}

const name = ofSeat('pending')
/** This page's life: a reload is another one. */
export const thisPage = newKey()

let listeners: (() => void)[] = []
let current = read()

function isPending(kept: unknown): kept is PendingSend {
  const { key, cancelKey, memberId, what, amount, pressedAt } = (kept ?? {}) as Partial<PendingSend>
  return (
    [key, cancelKey, memberId].every((text) => typeof text === 'string') &&
    kinds.includes(what?.kind) &&
    typeof what?.body === 'object' &&
    typeof amount === 'number' &&
    typeof pressedAt === 'number'
  )
}

function read(): readonly PendingSend[] {
  const kept = recall(name)
  return Array.isArray(kept) ? kept.filter(isPending) : []
}

onKept((changed) => {
  if (changed !== name) return
  current = read()
  for (const listener of listeners) listener()
})

/** Every pending send of this seat, whoever is signed in now. */
export function pendingSends(): readonly PendingSend[] {
  return current
}

/** Keep a send on the device. */
export function addPending(pending: PendingSend): void {
  keep(name, [...read(), pending])
}

/** Forget a send: it was answered. */
export function dropPending(key: string): void {
  const left = read().filter((pending) => pending.key !== key)
  keep(name, left.length === 0 ? undefined : left)
}

/** The pending sends of whoever is signed in. */
export function usePendingSends(): readonly PendingSend[] {
  const all = useSyncExternalStore((listener) => {
    listeners = [...listeners, listener]
    return () => (listeners = listeners.filter((known) => known !== listener))
  }, pendingSends)
  const memberId = session()?.memberId
  return all.filter((pending) => pending.memberId === memberId)
}
