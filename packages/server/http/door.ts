/**
 * The door of a route: a token is read, its caller known, and let in only where the route names them. Who is not let
 * in learns no more than that: no token or a bad one is `unauthenticated`, a good one without the right `forbidden`.
 */

import type { FastifyRequest, onRequestHookHandler } from 'fastify'
import { refuse, RefusalError, type RefusalCode } from '@laisee/core/refusals.ts'
import type { Gate } from '../keys/gate.ts'
import type { Scope } from '../keys/scopes.ts'
import type { Verified } from '../keys/verify.ts'
import type { Caller, CallerRule } from './caller.ts'
import type { Limits } from './limits.ts'
import type { Route } from './route.ts'

/** What the door found out about a request. */
export interface Entrance {
  caller: Caller
  actorId: string
  token?: string
  verified?: Verified
}

declare module 'fastify' {
  interface FastifyRequest {
    entrance: Entrance | null
  }
}

const bearer = /^bearer +(\S+) *$/i
const someone: Caller = { kind: 'public' }

/** Whether a route's rules let a caller in. Operators need one of the scopes that the route names. */
export function admits(rules: readonly CallerRule[], caller: Caller): boolean {
  if (caller.kind !== 'operator') return rules.includes(caller.kind)
  return rules.some(
    (rule) => rule.startsWith('operator:') && caller.scopes.includes(rule.slice('operator:'.length) as Scope),
  )
}

/** The hook that stands before a route. */
export function doorOf(
  route: Route,
  parts: { gate: Gate; limits: Limits; demo: boolean },
): onRequestHookHandler {
  const { gate, limits, demo } = parts
  const isWrite = route.method !== 'GET' && route.idempotent !== 'read'
  const isOpen = route.callers.includes('public')

  async function enter(request: FastifyRequest, entrance: Entrance): Promise<void> {
    if (!admits(route.callers, entrance.caller)) throw refused('forbidden')
    if (route.demoOnly && !demo) throw refused('demo_only')
    request.entrance = entrance
    await limits.count(entrance.caller, isWrite, entrance.actorId)
    if (route.ownLimit !== undefined) await limits.countOwn(route.ownLimit, entrance.actorId)
  }

  async function enterUnknown(request: FastifyRequest, token: string): Promise<void> {
    await limits.failIfTooManyFailures(request.ip)
    const verified = await gate.verify(token)
    if (!verified) return turnAway(request)
    return enter(request, { caller: verified.caller, actorId: verified.actorId, token, verified })
  }

  async function turnAway(request: FastifyRequest): Promise<void> {
    await limits.countFailure(request.ip)
    throw refused('unauthenticated')
  }

  return async (request) => {
    const token = tokenIn(request)
    if (token === undefined || (isOpen && route.callers.length === 1)) {
      return isOpen ? enter(request, { caller: someone, actorId: request.ip }) : turnAway(request)
    }
    const verified = gate.known(token)
    if (verified === undefined) return enterUnknown(request, token)
    return enter(request, { caller: verified.caller, actorId: verified.actorId, token, verified })
  }
}

function tokenIn(request: FastifyRequest): string | undefined {
  const header = request.headers.authorization
  return header === undefined ? undefined : (bearer.exec(header)?.[1] ?? '')
}

function refused(code: RefusalCode): RefusalError {
  return new RefusalError(refuse(code))
}
