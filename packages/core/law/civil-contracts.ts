/** The articles of the Civil Code on contracts, gains without right and privacy (民法典 合同编, 人格权编), word for word. */

import type { Article } from './article.ts'

const read = { source: 'LawRefBook/Laws 2f4c5c2', grade: 'P', recordedOn: '2025-04-19' } as const

export const civilContracts = {
  civil_657: {
    law: '民法典',
    number: 657,
    subject: { zh: '赠与合同', en: 'Gift' },
    text: '赠与合同是赠与人将自己的财产无偿给予受赠人，受赠人表示接受赠与的合同。',
    validFrom: '2021-01-01',
    validUntil: null,
    ...read,
  },
  civil_658: {
    law: '民法典',
    number: 658,
    subject: { zh: '赠与的任意撤销', en: 'Revoking a gift before it passes' },
    text: '赠与人在赠与财产的权利转移之前可以撤销赠与。\n经过公证的赠与合同或者依法不得撤销的具有救灾、扶贫、助残等公益、道德义务性质的赠与合同，不适用前款规定。',
    validFrom: '2021-01-01',
    validUntil: null,
    ...read,
  },
  civil_985: {
    law: '民法典',
    number: 985,
    subject: { zh: '不当得利', en: 'Unjust enrichment' },
    text: '得利人没有法律根据取得不当利益的，受损失的人可以请求得利人返还取得的利益，但是有下列情形之一的除外：\n（一）为履行道德义务进行的给付；\n（二）债务到期之前的清偿；\n（三）明知无给付义务而进行的债务清偿。',
    validFrom: '2021-01-01',
    validUntil: null,
    ...read,
  },
  civil_986: {
    law: '民法典',
    number: 986,
    subject: { zh: '善意得利人的返还免除', en: 'Good faith, and the gain gone' },
    text: '得利人不知道且不应当知道取得的利益没有法律根据，取得的利益已经不存在的，不承担返还该利益的义务。',
    validFrom: '2021-01-01',
    validUntil: null,
    ...read,
  },
  civil_987: {
    law: '民法典',
    number: 987,
    subject: { zh: '恶意得利人的返还与赔偿', en: 'Bad faith: return and damages' },
    text: '得利人知道或者应当知道取得的利益没有法律根据的，受损失的人可以请求得利人返还其取得的利益并依法赔偿损失。',
    validFrom: '2021-01-01',
    validUntil: null,
    ...read,
  },
  civil_988: {
    law: '民法典',
    number: 988,
    subject: { zh: '第三人的返还', en: 'Return by a third person' },
    text: '得利人已经将取得的利益无偿转让给第三人的，受损失的人可以请求第三人在相应范围内承担返还义务。',
    validFrom: '2021-01-01',
    validUntil: null,
    ...read,
  },
  civil_1032: {
    law: '民法典',
    number: 1032,
    subject: { zh: '隐私权与私人生活安宁', en: 'Privacy and peace of private life' },
    text: '自然人享有隐私权。任何组织或者个人不得以刺探、侵扰、泄露、公开等方式侵害他人的隐私权。\n隐私是自然人的私人生活安宁和不愿为他人知晓的私密空间、私密活动、私密信息。',
    validFrom: '2021-01-01',
    validUntil: null,
    ...read,
  },
  civil_1033: {
    law: '民法典',
    number: 1033,
    subject: { zh: '侵害隐私权的行为', en: 'Intrusion by phone and messages' },
    text: '除法律另有规定或者权利人明确同意外，任何组织或者个人不得实施下列行为：\n（一）以电话、短信、即时通讯工具、电子邮件、传单等方式侵扰他人的私人生活安宁；\n（二）进入、拍摄、窥视他人的住宅、宾馆房间等私密空间；\n（三）拍摄、窥视、窃听、公开他人的私密活动；\n（四）拍摄、窥视他人身体的私密部位；\n（五）处理他人的私密信息；\n（六）以其他方式侵害他人的隐私权。',
    validFrom: '2021-01-01',
    validUntil: null,
    ...read,
  },
  civil_1034: {
    law: '民法典',
    number: 1034,
    subject: { zh: '个人信息保护', en: 'Personal information' },
    text: '自然人的个人信息受法律保护。\n个人信息是以电子或者其他方式记录的能够单独或者与其他信息结合识别特定自然人的各种信息，包括自然人的姓名、出生日期、身份证件号码、生物识别信息、住址、电话号码、电子邮箱、健康信息、行踪信息等。\n个人信息中的私密信息，适用有关隐私权的规定；没有规定的，适用有关个人信息保护的规定。',
    validFrom: '2021-01-01',
    validUntil: null,
    ...read,
  },
} as const satisfies Record<string, Article>
