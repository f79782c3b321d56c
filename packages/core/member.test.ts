import { describe, expect, it } from 'vitest'
import {
  changedSettings,
  decideSettings,
  isExternalId,
  photoUrlFrom,
  timeZoneFrom,
  type MemberSettings,
} from './member.ts'
import { isRefusal } from './refusals.ts'

const settings: MemberSettings = {
  name: '奶奶',
  photoUrl: 'https://a.example/x.png',
  timeZone: 'Asia/Shanghai',
  undoS: 10,
  transferDelayS: 0,
  quietFrom: null,
  quietUntil: null,
}

describe('settings', () => {
  it('keep what is not asked for', () => {
    expect(decideSettings({}, settings)).toEqual(settings)
    expect(decideSettings({ undoS: 30 }, settings)).toEqual({ ...settings, undoS: 30 })
    expect(decideSettings({ photoUrl: null }, settings)).toEqual({ ...settings, photoUrl: null })
  })

  it.each([
    ['name', { name: '' }],
    ['photoUrl', { photoUrl: 'http://a.example' }],
    ['timeZone', { timeZone: 'Mars' }],
    ['undoS', { undoS: 7 }],
    ['transferDelayS', { transferDelayS: 604_801 }],
    ['name', { name: '\u202e', photoUrl: 'x', undoS: 7 }],
    ['photoUrl', { photoUrl: 'x', timeZone: 'x', undoS: 7 }],
  ])('name %s as the first field at fault', (field, asked) => {
    const decision = decideSettings(asked, settings)
    expect(isRefusal(decision) && decision).toMatchObject({
      code: 'invalid_request',
      data: { errors: [{ field }] },
    })
  })

  it('that differ are those that changed', () => {
    expect(changedSettings(settings, { ...settings })).toEqual({})
    expect(changedSettings(settings, { ...settings, photoUrl: null, undoS: 5 })).toEqual({
      photoUrl: null,
      undoS: 5,
    })
  })
})

describe('a time zone', () => {
  it.each([
    ['Asia/Shanghai', 'Asia/Shanghai'],
    ['asia/shanghai', 'Asia/Shanghai'],
    ['utc', 'UTC'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['Etc/GMT+8', 'Etc/GMT+8'],
  ])('%s is kept as %s', (text, kept) => {
    expect(timeZoneFrom(text)).toBe(kept)
    expect(() => new Intl.DateTimeFormat('zh', { timeZone: kept })).not.toThrow()
  })

  it.each(['', '+08:00', '-0500', '8', 'Asia/', 'Asia/Shang hai', 'Asia/Shanghai\n', 'GMT+8', '上海'])(
    '%j is none',
    (text) => {
      expect(timeZoneFrom(text)).toBeUndefined()
    },
  )
})

describe('a photo', () => {
  it.each([
    ['https://a.example', 'https://a.example/'],
    ['HTTPS://A.EXAMPLE/图.png?x=1#y', 'https://a.example/%E5%9B%BE.png?x=1#y'],
    ['https://аpple.example/', 'https://xn--pple-43d.example/'],
  ])('%s is kept as %s, look-alike hosts in plain letters', (text, kept) => {
    expect(photoUrlFrom(text)).toBe(kept)
  })

  it.each([
    'http://a.example',
    'ftp://a.example',
    'javascript:alert(1)',
    'https://u:p@a.example',
    'https://u@a.example',
    'https:// a',
    'a.example',
    '',
  ])('%j is none', (text) => {
    expect(photoUrlFrom(text)).toBeUndefined()
  })

  it('is at most 2,048 characters, as given and as kept', () => {
    expect(photoUrlFrom(`https://a.example/${'x'.repeat(2_030)}`)).toHaveLength(2_048)
    expect(photoUrlFrom(`https://a.example/${'x'.repeat(2_031)}`)).toBeUndefined()
    expect(photoUrlFrom(`https://a.example/${'图'.repeat(300)}`)).toBeUndefined()
  })
})

it('an external id is visible ASCII of at most 128 characters', () => {
  for (const good of ['1', 'user/1%20x', '~!{}', 'x'.repeat(128)]) expect(isExternalId(good), good).toBe(true)
  for (const bad of ['', ' ', 'a b', 'é', '用户', 'a\n', '\x7f', 'x'.repeat(129)])
    expect(isExternalId(bad), bad).toBe(false)
})
