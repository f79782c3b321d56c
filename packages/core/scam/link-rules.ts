/**
 * What can be wrong with an address, and how much each weighs. The kinds are those of domain.md §9.3; nobody has measured
 * their strength on Chinese data that may be shipped, so the weights are judgement (M), held by the tests on look-alikes
 * made by rule and on well-known real domains.
 */

import type { SignalRule } from './signal.ts'

const urlRules = { source: 'domain.md §9.3, URL rules; the weight is judgement', grade: 'M' } as const

export const linkRules = {
  /** Runs a program or is a page of its own in the place of an address. */
  link_is_code: { family: 'link', weight: 60, conclusive: true, ...urlRules },
  /** `weixin.qq.com.evil.top`: a real address in front of another's. */
  official_name_in_front: { family: 'link', weight: 70, conclusive: true, ...urlRules },
  /** `weіxin.com` with a letter of another alphabet, `a1ipay.com`, `vveixin.com`. */
  looks_like_brand: { family: 'link', weight: 70, conclusive: true, ...urlRules },
  /** `www-weixin-qq.com`, `weixin92.cn`. */
  brand_with_additions: { family: 'link', weight: 60, conclusive: true, ...urlRules },
  /** `weixin.top`: the very name under an ending it is not known to use. */
  brand_other_ending: { family: 'link', weight: 60, conclusive: true, ...urlRules },
  /** `https://weixin.qq.com@evil.top`: what stands before the @ is not where it leads. */
  name_before_at: { family: 'link', weight: 65, conclusive: true, ...urlRules },
  /** Somebody's name or password in the address. */
  userinfo_in_link: { family: 'link', weight: 30, ...urlRules },
  /** `weixim.com`: one slip away. */
  one_slip_from_brand: { family: 'link', weight: 35, ...urlRules },
  /** `myweixinbang.com`: the name somewhere inside another. */
  brand_inside: { family: 'link', weight: 30, ...urlRules },
  /** `qq190.com`: two letters are soon inside a name that means something else. */
  short_brand_inside: { family: 'link', weight: 20, ...urlRules },
  /** `weixin.shop.example`: many honest firms name a part of their site so. */
  brand_in_subdomain: { family: 'link', weight: 22, ...urlRules },
  brand_in_path: { family: 'link', weight: 12, ...urlRules },
  /** 2,241 rows of 257,935 in the JPCERT list: rare among honest links to people. */
  raw_ip: { family: 'link', weight: 35, ...urlRules },
  /** `http://0x7f.1`, `http://2130706433`: an IP address that does not look like one. */
  hidden_ip: { family: 'link', weight: 60, conclusive: true, ...urlRules },
  /** Percent signs or full-width letters in the host, where no program writes them. */
  encoded_host: { family: 'link', weight: 45, ...urlRules },
  encoded_letters: { family: 'link', weight: 15, ...urlRules },
  mixed_alphabets: { family: 'link', weight: 50, ...urlRules },
  /** Rare in practice: 216 IDN rows of 257,935. Honest Chinese names exist. */
  foreign_letters: { family: 'link', weight: 8, ...urlRules },
  /** S13: real rows of 2022-12 and 2023-02 went through mp.weixinbridge.com. */
  open_redirect: {
    family: 'link',
    weight: 22,
    source: 'domain.md §9.1 S13 (JPCERT rows); some of these hosts wrap every link that leaves them',
    grade: 'P',
  },
  /** Signing in carries addresses along everywhere, so this alone says little. */
  carries_address: { family: 'link', weight: 6, ...urlRules },
  app_file: { family: 'link', weight: 30, ...urlRules },
  plain_http_sign_in: { family: 'link', weight: 15, ...urlRules },
  short_link: { family: 'link', weight: 8, ...urlRules },
  free_host: { family: 'link', weight: 8, ...urlRules },
  young_ending: { family: 'link', weight: 8, ...urlRules },
  luring_word: { family: 'link', weight: 12, ...urlRules },
  luring_words: { family: 'link', weight: 30, ...urlRules },
  odd_port: { family: 'link', weight: 6, ...urlRules },
  many_labels: { family: 'link', weight: 10, ...urlRules },
  /** Told so that nobody has to guess; an honest host can carry a dishonest page. */
  official_domain: { family: 'note', weight: 0, ...urlRules },
  /** Nobody has to be known here; together with a request for secrets it matters that one is not. */
  unlisted_link: { family: 'link', weight: 4, ...urlRules },
  link_unreadable: { family: 'link', weight: 10, ...urlRules },
} as const satisfies Record<string, SignalRule>

export type LinkCode = keyof typeof linkRules

/** What makes an address one that a known story would use: it supports what the words say. */
export const strangeLink = [
  'official_name_in_front',
  'looks_like_brand',
  'brand_with_additions',
  'brand_other_ending',
  'name_before_at',
  'one_slip_from_brand',
  'brand_inside',
  'short_brand_inside',
  'brand_in_subdomain',
  'brand_in_path',
  'raw_ip',
  'hidden_ip',
  'encoded_host',
  'mixed_alphabets',
  'luring_words',
  'luring_word',
  'young_ending',
  'short_link',
  'free_host',
  'plain_http_sign_in',
  'open_redirect',
] as const satisfies readonly LinkCode[]
