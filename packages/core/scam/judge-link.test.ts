import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkScam } from './check-scam.ts'
import { findLinks } from './find-links.ts'
import { skeletonOf } from './look-alike.ts'
import { unicodeHost } from './punycode.ts'
import { readLink } from './read-link.ts'

function checked(text: string) {
  const { verdict, signals } = checkScam({ text, kind: 'link' })
  return { verdict, codes: signals.map(({ code }) => code) }
}

describe('an address', () => {
  test.each([
    ['https://weixin.qq.com.evil.top/login', 'official_name_in_front', 'danger'],
    ['https://weixin-qq-com.verify.icu', 'official_name_in_front', 'danger'],
    ['https://weіxin.com', 'looks_like_brand', 'danger'],
    [new URL('https://weіxin.com').href, 'looks_like_brand', 'danger'],
    ['http://a1ipay.com', 'looks_like_brand', 'danger'],
    ['vveixin.com', 'looks_like_brand', 'danger'],
    ['ｗｅｉｘｉｎ９２．ｃｎ', 'brand_with_additions', 'danger'],
    ['www-weixin-qq.com', 'brand_with_additions', 'danger'],
    ['weixin92.cn', 'brand_with_additions', 'danger'],
    ['http://微信红包.top/a', 'brand_with_additions', 'danger'],
    ['tenpay.xyz', 'brand_other_ending', 'danger'],
    ['https://weixin.qq.com@evil.top/', 'name_before_at', 'danger'],
    ['https://weixin.qq.com:443@1.2.3.4', 'name_before_at', 'danger'],
    ['http://0x7f.1/', 'hidden_ip', 'danger'],
    ['http://2130706433', 'hidden_ip', 'danger'],
    ['http://0177.0.0.1/a', 'hidden_ip', 'danger'],
    ['javascript:alert(1)', 'link_is_code', 'danger'],
    ['data:text/html;base64,PHNjcmlwdD4=', 'link_is_code', 'danger'],
    ['http://45.76.11.9/wx', 'raw_ip', 'suspicious'],
    ['http://[2001:db8::7]/pay', 'raw_ip', 'suspicious'],
    ['https://alipya.com', 'one_slip_from_brand', 'suspicious'],
    ['http://%65xample.com', 'encoded_host', 'suspicious'],
    ['https://mp.weixinbridge.com/mp/wapredirect?url=http%3A%2F%2Fb.top', 'open_redirect', 'suspicious'],
    [
      'https://mp.weixinbridge.com/mp/wapredirect?url=https%253A%252F%252Fweixin-jf.top',
      'brand_with_additions',
      'danger',
    ],
    ['http://example.com/hb.apk', 'app_file', 'suspicious'],
    ['https://shop.top/', 'young_ending', 'no_sign_found'],
    ['https://t.cn/A6abc', 'short_link', 'no_sign_found'],
    ['https://weixin.qq.com/', 'official_domain', 'no_sign_found'],
    ['https://WEIXIN.QQ.COM./x', 'official_domain', 'no_sign_found'],
  ])('%s: %s, %s', (text, code, verdict) => {
    const check = checked(text)
    expect(check.codes).toContain(code)
    expect(check.verdict).toBe(verdict)
  })

  test.each([
    'https://weixiu.com',
    'https://weixing.cn',
    'https://webchat.com',
    'http://192.168.1.1/login',
    'http://localhost:3000',
    'http://[::1]:8080',
    'https://open.weixin.qq.com/connect/oauth2/authorize?redirect_uri=https%3A%2F%2Fwww.meituan.com%2F',
    'https://dldir1.qq.com/weixin/android/weixin.apk',
  ])('%s is an honest one, and nothing is made of it', (text) => {
    expect(checked(text).verdict).toBe('no_sign_found')
  })

  test('in an address in an address is judged as well, and a circle of them ends', () => {
    let link = 'https://weixin-jf.top'
    for (let i = 0; i < 2; i++) link = `https://link.zhihu.com/?target=${encodeURIComponent(link)}`
    expect(checked(link).verdict).toBe('danger')
    for (let i = 0; i < 12; i++) link = `https://link.zhihu.com/?target=${encodeURIComponent(link)}`
    expect(() => checked(link.slice(0, 2_000))).not.toThrow()
  })
})

describe('finding addresses', () => {
  const rawOf = (text: string) => findLinks(text).links.map(({ raw }) => raw)

  test.each([
    ['请点weixin.qq.com领取', ['weixin.qq.com']],
    ['看https://a.com/x?y=1，还有b.cn。', ['https://a.com/x?y=1', 'b.cn']],
    ['a.com,b.com|c.cn', ['a.com', 'b.com', 'c.cn']],
    ['发到 someone@qq.com', []],
    ['readme.md 和 main.rs 和 v2.0.1 改好了', []],
    ['版本 10.3.5，时间 12.30', []],
    ['hxxp://evil.top/a', ['hxxp://evil.top/a']],
    ['（https://mp.weixin.qq.com/s/Ab）', ['https://mp.weixin.qq.com/s/Ab']],
    ['h\u200bttp://ev\u200bil.top', ['http://evil.top']],
    ['https://微信红包.top/a', ['https://微信红包.top/a']],
    ['哈哈.嗯', []],
  ])('%s', (text, links) => {
    expect(rawOf(text)).toEqual(links)
  })
})

describe('reading addresses', () => {
  test('letters of punycode are those that Node and browsers made it of', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcé微信红包üñжα'), minLength: 1, maxLength: 12 }),
        (label) => {
          const host = URL.canParse(`http://${label}.com`)
            ? new URL(`http://${label}.com`).hostname
            : undefined
          if (host !== undefined) expect(unicodeHost(host)).toBe(`${label.normalize('NFC')}.com`)
        },
      ),
    )
  })

  test('a broken punycode label stays as it is', () => {
    for (const host of [
      'xn--.com',
      'xn--0.com',
      'xn--\u0000.com',
      `xn--${'z'.repeat(70)}.com`,
      'xn--99999999.com',
    ])
      expect(() => unicodeHost(host)).not.toThrow()
  })

  test('nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => void readLink(`https://${text}`)),
    )
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (text) => {
        expect(readLink(text).kind).toBe('web')
      }),
    )
  })

  test('a skeleton is the same for what looks the same', () => {
    expect(
      new Set(
        ['weixin', 'weіxin', 'we1xin', 'WEIXIN', 'wéixin', 'vveixin', 'ｗeixin'.normalize('NFKC')].map(
          skeletonOf,
        ),
      ).size,
    ).toBe(1)
    expect(skeletonOf('weixiu')).not.toBe(skeletonOf('weixin'))
  })
})
