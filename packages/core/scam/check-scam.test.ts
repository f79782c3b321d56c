import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sayScamAdvice, sayScamPattern, sayScamSignal } from '../words/scam/say-scam.ts'
import { checkScam, scamCodes, scamRules, scamTextMax, type ScamCheck } from './check-scam.ts'
import { hotlines } from './hotlines.ts'
import { patterns } from './patterns.ts'
import { partsOf } from './phrase.ts'
import { textRuleList } from './text-rules.ts'

const codesOf = ({ signals }: ScamCheck) => signals.map(({ code }) => code)

describe('a message', () => {
  test.each([
    ['您的微信账号异常，请点击 http://weixin-jiedong.top/login 解冻，输入支付密码', 'S2'],
    ['对方领了也能退，下载红包撤回神器，打开无障碍权限就行', 'S1'],
    ['我是公安局的，你涉嫌洗钱，把钱转入安全账户，不要告诉家人', 'S11'],
    ['转错了，别点退还，那张卡冻结了，麻烦退到我朋友的卡上', 'S4'],
    ['高价租微信号，一天150，日结', 'S10'],
    ['您的百万保障到期要扣费，请跟客服开屏幕共享取消', 'S7'],
    ['点这个收款卡片输密码就能领红包', 'S6'],
  ])('that tells a known story is dangerous, with the story’s name: %s', (text, pattern) => {
    const check = checkScam({ text })
    expect(check.verdict).toBe('danger')
    expect(check.patterns).toContain(pattern)
    expect(check.advice.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['stop_and_wait', 'if_paid_call_police', 'ask_anti_fraud_line']),
    )
  })

  test.each([
    '不好意思刚才转错人了，点一下退还就行，谢谢啦',
    '哎呀发错群了，刚那个200的红包是给我妹的，领了的能退我一下吗',
    '姐，我手滑多打了个零，转了3000给你，你退我2700行不',
    '你是不是转错了？我收到你1200 // 啊对转错了，你退我吧',
    '师傅扫码多付了十块，能微信退我吗',
  ])('from someone who made an honest mistake is not called a fraud: %s', (text) => {
    const check = checkScam({ text })
    expect(check.verdict).toBe('no_sign_found')
    const said = check.signals.map((signal) => sayScamSignal('zh', signal)).join('')
    expect(said).not.toMatch(/骗/)
  })

  test('that says money was sent by mistake is answered with the way it came', () => {
    const check = checkScam({ text: '刚才转错了，退我一下好吗' })
    expect(codesOf(check)).toEqual(['asks_to_return'])
    expect(check.advice[0]).toEqual({ code: 'return_the_way_it_came', data: {} })
  })

  test.each([
    '【微信支付】验证码482913，用于支付验证，请勿告诉他人。如非本人操作请忽略。',
    '妈你别把验证码告诉任何人啊，谁要都别给',
    '警方提醒：凡是让你转到安全账户、先交保证金的，都是诈骗',
    '记住，不要给陌生人开屏幕共享，不要提供银行卡密码',
  ])('that warns of fraud is no danger: %s', (text) => {
    expect(checkScam({ text }).verdict).not.toBe('danger')
  })

  test('of which nothing was noticed is never said to be safe', () => {
    const check = checkScam({ text: '今晚吃什么' })
    expect(check).toMatchObject({ verdict: 'no_sign_found', score: 0, signals: [], truncated: false })
    expect(check.advice).toEqual([{ code: 'no_sign_is_not_safe', data: {} }])
  })

  test('that is hidden by spaces, stars, full width and invisible characters reads as it is meant', () => {
    const plain = checkScam({ text: '把支付密码和验证码发给我，不要告诉家人' })
    expect(plain.verdict).toBe('danger')
    for (const text of [
      '把 支 付 密 码 和 验 证 码 发 给 我，不 要 告 诉 家 人',
      '把支*付*密*码和验-证-码发·给·我，不要_告_诉_家人',
      '把支\u200b付密\u2060码和验\u00ad证码发\ufeff给我，不要告诉家人',
      '把支付密碼和驗證碼發給我，不要告訴家人',
    ])
      expect(codesOf(checkScam({ text })).toSorted()).toEqual(codesOf(plain).toSorted())
  })

  test('is weighed passage by passage: hints far apart do not add up', () => {
    const [one, other] = ['把验证码发给我', '先交保证金才能办']
    const near = checkScam({ text: `${one}，${other}` })
    const far = checkScam({ text: `${one}。${'今天天气不错。'.repeat(400)}${other}` })
    expect(near.verdict).toBe('danger')
    expect(far.verdict).toBe('suspicious')
  })

  test('is quoted by place and words as it was given', () => {
    const text = '🧧你好，把验 证 码发给我'
    const [signal] = checkScam({ text }).signals
    expect(signal).toMatchObject({ code: 'asks_for_code' })
    expect(text.slice(signal!.where!.start, signal!.where!.end)).toMatch(/^把?验 证 码发给/)
  })

  test('cannot speak to the terminal that shows it', () => {
    const [signal] = checkScam({ text: '验证码\u001b[2J\u202e发给我' }).signals
    expect(signal!.data.words).not.toMatch(/[\u001b\u202e]/)
  })
})

describe('no single hint in words is a danger', () => {
  const literals = [
    ...new Set(
      textRuleList
        .flatMap(([, { phrases }]) => phrases)
        .flatMap(partsOf)
        .flatMap(({ literals }) => literals),
    ),
  ]

  test('no word that any phrase is made of, however often it is said', () => {
    const dangerous = literals.filter(
      (word) =>
        checkScam({ text: word }).verdict === 'danger' ||
        checkScam({ text: `${word}，`.repeat(30) }).verdict === 'danger',
    )
    expect(literals.length).toBeGreaterThan(1_000)
    expect(dangerous).toEqual([])
  })
})

describe('a number', () => {
  test.each([
    ['110', 'known_hotline', 'no_sign_found'],
    ['96110', 'known_hotline', 'no_sign_found'],
    ['025-96110', 'known_hotline', 'no_sign_found'],
    ['0096110', 'number_like_hotline', 'suspicious'],
    ['95017888', 'number_like_hotline', 'suspicious'],
    ['+1 202 555 0100', 'number_from_abroad', 'no_sign_found'],
  ])('%s says %s', (text, code, verdict) => {
    const check = checkScam({ text })
    expect(check.kind).toBe('phone')
    expect(codesOf(check)).toContain(code)
    expect(check.verdict).toBe(verdict)
  })

  test('nobody knows anything of is not said to be good', () => {
    expect(checkScam({ text: '13800138000' })).toMatchObject({ verdict: 'no_sign_found', signals: [] })
  })

  test('repeated over a page in broken punctuation is noticed', () => {
    const check = checkScam({
      text: '转错账客服0898·3120·5567 人工0898 3120 5567，投诉0898-31205567、申诉089831205567',
    })
    expect(check.signals).toContainEqual(expect.objectContaining({ code: 'number_stuffed' }))
    expect(check.patterns).toContain('S8')
  })

  test('advised to call is on the list of hotlines, and may be called', () => {
    const numbers = new Set(hotlines.filter(({ toCall }) => toCall).map(({ number }) => number))
    for (const text of ['把钱转入安全账户，验证码发给我', '今晚吃什么']) {
      for (const { data } of checkScam({ text }).advice)
        if (data.number) expect(numbers).toContain(data.number)
    }
  })
})

describe('the rules as data', () => {
  test('each has a weight, a source and a grade', () => {
    for (const [code, { weight, source, grade }] of Object.entries(scamRules)) {
      expect(source.length, code).toBeGreaterThan(8)
      expect(grade, code).toMatch(/^[PSCM]$/)
      expect(Number.isInteger(weight) && weight >= 0 && weight <= 70, code).toBe(true)
    }
    for (const line of hotlines) expect(line.source.length, line.number).toBeGreaterThan(8)
  })

  test('cover the catalogue from S1 to S13', () => {
    const ids = new Set(patterns.map(({ id }) => id))
    expect([...ids]).toEqual(Array.from({ length: 13 }, (_, i) => `S${i + 1}`))
    for (const id of ids) expect(sayScamPattern('en', id)).not.toBe(id)
  })

  test('have words in both languages, with every field filled in', () => {
    const texts = [
      '把支付密码发给我',
      'https://weixin.qq.com@evil.top',
      'http://a1ipay.com',
      '110',
      '0096110',
      'https://x.top/a.apk',
    ]
    for (const text of texts) {
      const { signals, advice } = checkScam({ text })
      for (const language of ['zh', 'en'] as const) {
        for (const signal of signals) expect(sayScamSignal(language, signal)).not.toMatch(/\{\{/)
        for (const one of advice) expect(sayScamAdvice(language, one)).not.toMatch(/\{\{/)
      }
    }
  })
})

describe('whatever is pasted', () => {
  const pieces = [
    '验证码',
    '发给我',
    '安全账户',
    'http://',
    'weixin.qq.com',
    '@',
    '%',
    '。',
    '\u200b',
    '\u202e',
    '🧧',
    '１２３',
    'xn--',
    '\n',
    '13800138000',
    'javascript:',
  ]
  const pasted = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 3 })), {
        maxLength: 60,
      })
      .map((parts) => parts.join('')),
  )

  test('is answered, with places that are in it and words that are known', () => {
    fc.assert(
      fc.property(pasted, fc.constantFrom(undefined, 'text', 'link', 'phone', 'screenshot'), (text, kind) => {
        const check = checkScam({ text, ...(kind && { kind }) })
        expect(['danger', 'suspicious', 'no_sign_found']).toContain(check.verdict)
        expect(check.advice.length).toBeGreaterThan(0)
        for (const { code, where } of check.signals) {
          expect(scamCodes).toContain(code)
          if (where)
            expect(0 <= where.start && where.start < where.end && where.end <= text.length).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('has the same answer each time', () => {
    fc.assert(
      fc.property(pasted, (text) => {
        expect(checkScam({ text })).toEqual(checkScam({ text }))
      }),
      { numRuns: 50 },
    )
  })

  test('stays a danger whatever harmless stands before it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('把验证码发给我，不要告诉家人', '马上转入安全账户，否则逮捕'),
        fc.nat(3_000),
        (text, filler) => {
          expect(checkScam({ text: `${'风和日丽，'.repeat(filler / 5)}${text}` }).verdict).toBe('danger')
        },
      ),
      { numRuns: 40 },
    )
  })

  test('over the limit is read up to there, and says so', () => {
    expect(checkScam({ text: `${'好'.repeat(scamTextMax)}把验证码发给我` })).toMatchObject({
      truncated: true,
      signals: [],
    })
  })
})
