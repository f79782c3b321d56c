/** What lets someone in, until when, and who may hand it on. */

import { expect, it } from 'vitest'
import {
  decideGrant,
  decideKeepSession,
  decideRevoke,
  decideRotate,
  decideSignIn,
  isGood,
} from './credential.ts'

const now = 1_800_000_000_000

it('a credential is good until the moment it expires, and never once it is revoked', () => {
  expect(isGood({ expiresAt: null, revokedAt: null }, now)).toBe(true)
  expect(isGood({ expiresAt: now + 1, revokedAt: null }, now)).toBe(true)
  expect(isGood({ expiresAt: now, revokedAt: null }, now)).toBe(false)
  expect(isGood({ expiresAt: null, revokedAt: now }, now)).toBe(false)
  expect(isGood({ expiresAt: now + 1, revokedAt: now + 1 }, now)).toBe(false)
})

it('a credential is revoked once, and the second asker is told when that was', () => {
  expect(decideRevoke({ expiresAt: null, revokedAt: null })).toBe('revoke')
  expect(decideRevoke({ expiresAt: null, revokedAt: now })).toMatchObject({
    code: 'already_revoked',
    data: { decidedAt: now },
  })
})

it('only a good key is rotated', () => {
  expect(decideRotate({ expiresAt: now + 1, revokedAt: null }, now)).toBe('rotate')
  expect(decideRotate({ expiresAt: now, revokedAt: null }, now)).toMatchObject({
    code: 'already_revoked',
    data: { decidedAt: now },
  })
  expect(decideRotate({ expiresAt: now, revokedAt: now - 1 }, now)).toMatchObject({
    data: { decidedAt: now - 1 },
  })
})

it('nobody hands on a scope they do not hold', () => {
  expect(decideGrant(['keys:write', 'money:read'], ['money:read'])).toBe('grant')
  expect(decideGrant(['keys:write'], ['money:read', 'keys:write'])).toMatchObject({
    code: 'forbidden',
    data: { scopes: ['money:read'] },
  })
})

it('a sign-in code is good until its end, in the kind of world it was made in; whatever else it is, the answer is one', () => {
  const invalid = { code: 'sign_in_code_invalid', data: { field: 'code' } }
  const code = { expiresAt: now + 1, demo: false }
  expect(decideSignIn(code, false, now)).toBe('sign_in')
  expect(decideSignIn(code, true, now)).toBe('sign_in')
  expect(decideSignIn({ ...code, demo: true }, true, now)).toBe('sign_in')
  expect(decideSignIn({ ...code, demo: true }, false, now)).toMatchObject(invalid)
  expect(decideSignIn({ ...code, expiresAt: now }, false, now)).toMatchObject(invalid)
  expect(decideSignIn(undefined, false, now)).toMatchObject(invalid)
})

it('only a token signed since the last sign-out is exchanged for a session', () => {
  expect(decideKeepSession({ issuedAt: now }, null)).toBe('keep')
  expect(decideKeepSession({ issuedAt: now }, now)).toBe('keep')
  expect(decideKeepSession({ issuedAt: now - 1 }, now)).toMatchObject({ code: 'unauthenticated' })
  expect(decideKeepSession(undefined, null)).toMatchObject({ code: 'forbidden' })
})
