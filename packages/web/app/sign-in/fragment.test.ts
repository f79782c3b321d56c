import { describe, expect, it } from 'vitest'
import { codeIn, ownPath, placeToGoOn, readFragment } from './fragment.ts'

describe('where to go on after signing in', () => {
  it.each(['/wallet', '/packets/pkt_1?x=1#y', '/send?to=grp_1'])('is a path of our own: %s', (path) => {
    expect(ownPath(path)).toBe(path)
  })

  it.each([
    null,
    '',
    'wallet',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/..//evil.example',
    '/\t/evil.example',
  ])('is never an address elsewhere: %j', (path) => {
    expect(ownPath(path)).toBeUndefined()
  })
})

describe('going on', () => {
  it('leads to the page that was asked for, with its question', () => {
    expect(placeToGoOn('/send?to=grp_1', '/')).toEqual({ to: '/send', search: { to: 'grp_1' } })
    expect(placeToGoOn('/left/wallet#top', '/left')).toEqual({ to: '/wallet', search: {}, hash: 'top' })
  })

  it('leads to the chats where nothing was asked for, or only the first page', () => {
    expect(placeToGoOn(undefined, '/')).toEqual({ to: '/chats', search: {} })
    expect(placeToGoOn('/left', '/left')).toEqual({ to: '/chats', search: {} })
    expect(placeToGoOn('//evil.example', '/')).toEqual({ to: '/chats', search: {} })
  })
})

describe('a sign-in link', () => {
  it('carries a code, or a token, and where to go on', () => {
    expect(readFragment('#code=abc-_9')).toEqual({ code: 'abc-_9' })
    expect(readFragment('#token=a.b.c&next=%2Fwallet')).toEqual({ token: 'a.b.c', next: '/wallet' })
  })

  it('that was cut off carries nothing', () => {
    expect(readFragment('')).toEqual({})
    expect(readFragment('#code=')).toEqual({})
    expect(readFragment('#code=a%20b&next=//evil.example')).toEqual({})
  })

  it('may be pasted whole, or its code alone', () => {
    expect(codeIn(' abc123 \n')).toBe('abc123')
    expect(codeIn('https://laisee.example/sign-in#code=abc123')).toBe('abc123')
    expect(codeIn('https://laisee.example/sign-in')).toBeUndefined()
    expect(codeIn('你好')).toBeUndefined()
  })
})
