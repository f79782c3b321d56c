/** Addresses made by rule to be taken for weixin, qq, tenpay and alipay: each rule a way that domain.md §9.3 names. */

export interface LookAlike {
  /** The way it was made. */
  way: string
  link: string
}

const names = [
  { name: 'weixin', official: 'weixin.qq.com' },
  { name: 'tenpay', official: 'www.tenpay.com' },
  { name: 'alipay', official: 'www.alipay.com' },
  { name: 'qq', official: 'mail.qq.com' },
]

/** Letters of other alphabets that look like Latin ones (Unicode TR39). */
const foreign: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  i: 'і',
  x: 'х',
  y: 'у',
  p: 'р',
  q: 'ԛ',
  w: 'ԝ',
  l: 'ӏ',
}
const digits: Readonly<Record<string, string>> = { i: '1', l: '1', e: '3', a: '4' }
const accented: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', n: 'ñ', y: 'ý' }

/** The name with one letter replaced, for every place where the table has one. */
function replaced(name: string, table: Readonly<Record<string, string>>): string[] {
  return [...name].flatMap((letter, i) =>
    table[letter] === undefined ? [] : [`${name.slice(0, i)}${table[letter]}${name.slice(i + 1)}`],
  )
}

function slipped(name: string): string[] {
  const places = [...name].map((_, i) => i)
  return [
    ...places.map((i) => name.slice(0, i) + name.slice(i + 1)),
    ...places.map((i) => name.slice(0, i) + name[i]! + name.slice(i)),
    ...places.slice(1).map((i) => name.slice(0, i - 1) + name[i]! + name[i - 1]! + name.slice(i + 1)),
  ].filter((one) => one !== name)
}

function made(way: string, links: readonly string[]): LookAlike[] {
  return [...new Set(links)].map((link) => ({ way, link }))
}

/** Every look-alike, way by way. */
export function lookAlikes(): LookAlike[] {
  return names.flatMap(({ name, official }) => [
    ...made('the real address in front', [
      `https://${official}.evil-site.top/login`,
      `http://${official}.safe.example-pay.cn/`,
      `${official.replaceAll('.', '-')}.verify-now.icu`,
    ]),
    ...made('name with a hyphen', [
      `www-${name}-qq.com`,
      `${name}-jiedong.com`,
      `https://my-${name}.cn/a`,
      `http://${name}-login.vip`,
    ]),
    ...made('name with digits', [
      `${name}92.cn`,
      `${name}110.com`,
      `https://${name}2026.top`,
      `m.${name}88.xyz`,
    ]),
    ...made('name under another ending', [
      `${name}.top`,
      `https://${name}.xyz/pay`,
      `${name}.vip`,
      `www.${name}.icu`,
    ]),
    ...made('name inside another', [`my${name}bang.com`, `${name}anquan.cn`]),
    ...made(
      'letter of another alphabet',
      replaced(name, foreign).map((one) => `https://${one}.com/`),
    ),
    ...made(
      'digit for a letter',
      replaced(name, digits).map((one) => `http://${one}.com`),
    ),
    ...made(
      'accent on a letter',
      replaced(name, accented).map((one) => `https://www.${one}.com`),
    ),
    ...made('two letters for one', name.startsWith('w') ? [`https://v${name.replace('w', 'v')}.com`] : []),
    ...made(
      'one slip away',
      slipped(name).map((one) => `https://${one}.com`),
    ),
    ...made('name before an @', [`https://${official}@evil.top/`, `http://${official}:443@45.77.1.2/x`]),
    ...made('by way of a trusted site', [
      `https://mp.weixinbridge.com/mp/wapredirect?url=http%3A%2F%2F${name}-jf.top`,
    ]),
    ...made('name in the subdomain', [
      `https://${name}.evil-pay.com`,
      `http://${name}.jiedong-kefu.top/login`,
    ]),
  ])
}
