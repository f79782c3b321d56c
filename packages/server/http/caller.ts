/** Who calls, once their token is known to be good; and the rules by which a route names its callers. */

import type { Instant } from '@laisee/core/instant.ts'
import type { Scope } from '../keys/scopes.ts'

export interface OperatorCaller {
  kind: 'operator'
  keyId: string
  scopes: readonly Scope[]
}

export interface MemberCaller {
  kind: 'member'
  memberId: string
  /** The session the server minted; a token signed by a host application has none. */
  sessionId?: string
  /** The host application that signed the token, and when; a session of the server has none. */
  signed?: { hostId: string; issuedAt: Instant }
}

export interface PublicCaller {
  kind: 'public'
}

export type Caller = OperatorCaller | MemberCaller | PublicCaller

/** A route names its callers; whoever is not named is refused. */
export type CallerRule = `operator:${Scope}` | 'member' | 'public'

/** The callers that a rule lets in. */
export type CallerOf<Rule extends CallerRule> = Rule extends `operator:${Scope}`
  ? OperatorCaller
  : Rule extends 'member'
    ? MemberCaller
    : PublicCaller
