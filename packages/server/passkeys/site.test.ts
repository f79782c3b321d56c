import { describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { isOriginOf, siteOf } from './site.ts'

describe('the site of passkeys', () => {
  test('is localhost at any port where nothing is said', () => {
    const site = siteOf([])
    expect(site.id).toBe('localhost')
    for (const origin of ['http://localhost', 'http://localhost:7860'])
      expect(isOriginOf(site, origin)).toBe(true)
    for (const origin of [
      'https://localhost:7860',
      'http://127.0.0.1:7860',
      'http://localhost.evil.example',
      'http://localhost:7860@evil.example',
      'http://evil.example/http://localhost',
      'null',
    ])
      expect(isOriginOf(site, origin), origin).toBe(false)
  })

  test('is the domain of the first origin, and takes what is listed alone', () => {
    const site = siteOf(['https://hongbao.example', 'https://m.hongbao.example'])
    expect(site.id).toBe('hongbao.example')
    expect(isOriginOf(site, 'https://m.hongbao.example')).toBe(true)
    for (const origin of [
      'https://x.hongbao.example',
      'http://hongbao.example',
      'https://hongbao.example:8443',
    ])
      expect(isOriginOf(site, origin), origin).toBe(false)
  })

  test.each([
    ['hongbao.example', 'is not an origin'],
    ['https://hongbao.example/', 'is not an origin'],
    ['http://hongbao.example', 'neither https'],
    ['https://192.0.2.1', 'digits'],
    ['https://hongbao.example,https://evil.example', 'not within'],
    ['https://hongbao.example,https://evilhongbao.example', 'not within'],
  ])('a server does not start with LAISEE_ORIGIN=%s', (text, message) => {
    expect(() => readConfig({ LAISEE_ORIGIN: text }, { demo: true })).toThrow(message)
  })
})
