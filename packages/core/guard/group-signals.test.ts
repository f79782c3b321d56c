import { expect, test } from 'vitest'
import type { GuardFacts } from './facts.ts'
import type { SignalCode } from './signal.ts'
import { group, groupFacts, often, past, toGroup } from './testing/facts.ts'
import { codesOf } from './testing/found.ts'

function inGroup(history: GuardFacts['history'], words = ''): GuardFacts {
  const groups = [
    group('g', '周家大院', 20),
    group('small', '三口之家', 8),
    group('half', '同事', 11),
    group('alike', '周家大元', 9),
  ]
  return groupFacts({ groups, history, send: { words } })
}

/** Each with a packet that gives the signal, and the nearest one that does not. */
const rows: readonly [SignalCode, string, GuardFacts, GuardFacts][] = [
  ['group_first', 'never sent to', inGroup([]), inGroup(often('g', 2_000, 2, toGroup(5)))],
  [
    'group_larger',
    'twice as many people',
    inGroup(often('small', 2_000, 2, toGroup(5))),
    inGroup(often('half', 2_000, 2, toGroup(5))),
  ],
  [
    'group_looks_alike',
    'nearly one name',
    inGroup(often('alike', 900, 1, toGroup(3))),
    inGroup(often('half', 900, 1, toGroup(3))),
  ],
  [
    'group_of_other',
    'as many shares of as much as elsewhere',
    inGroup(often('small', 2_000, 2, toGroup(5))),
    inGroup(often('small', 9_000, 2, toGroup(5))),
  ],
  [
    'group_words_of_other',
    'a greeting of elsewhere',
    inGroup(often('small', 900, 2, toGroup(3, '祝咱家平安')), '祝咱家平安'),
    inGroup(
      [...often('small', 900, 2, toGroup(3, '祝咱家平安')), past('half', 900, 3, toGroup(3, '祝咱家平安'))],
      '祝咱家平安',
    ),
  ],
  [
    'shares_of_other',
    'as many shares as elsewhere, of another sum',
    inGroup(often('small', 9_000, 2, toGroup(5))),
    inGroup([...often('small', 9_000, 2, toGroup(5)), past('small', 9_000, 3, toGroup(4))]),
  ],
  [
    'shares_of_other',
    'but not for everybody in it',
    inGroup(often('small', 9_000, 2, toGroup(5))),
    groupFacts({
      groups: [group('g', '群', 6), group('small', '小群', 6)],
      history: often('small', 9_000, 2, toGroup(5)),
    }),
  ],
  [
    'words_name_other_group',
    'a part of another name',
    groupFacts({
      groups: [group('g', '晨曦合唱团', 40), group('x', '晨曦女低音', 8)],
      send: { words: '低音加油' },
    }),
    groupFacts({
      groups: [group('g', '晨曦合唱团', 40), group('x', '晨曦女低音', 8)],
      send: { words: '晨曦加油' },
    }),
  ],
  [
    'words_name_other_group',
    'but not what was said here before',
    groupFacts({
      groups: [group('g', '门诊一组', 8), group('x', '门诊二组', 8)],
      send: { words: '二组辛苦' },
    }),
    groupFacts({
      groups: [group('g', '门诊一组', 8), group('x', '门诊二组', 8)],
      send: { words: '二组辛苦' },
      history: often('g', 9_000, 1, toGroup(5, '谢谢二组')),
    }),
  ],
  [
    'group_new_members',
    'somebody is new',
    groupFacts({ groups: [group('g', '群', 6, { newMembers: 2 })] }),
    groupFacts({ groups: [group('g', '群', 6)] }),
  ],
  [
    'group_has_blocked',
    'somebody blocked',
    groupFacts({ groups: [group('g', '群', 6, { blockedMembers: 1 })] }),
    groupFacts({ groups: [group('g', '群', 6)] }),
  ],
  [
    'few_shares',
    'for less than a third',
    groupFacts({ groups: [group('g', '群', 15)] }),
    groupFacts({ groups: [group('g', '群', 14)] }),
  ],
]

test.each(rows)('%s: %s', (code, _why, yes, no) => {
  expect(codesOf(yes)).toContain(code)
  expect(codesOf(no)).not.toContain(code)
})
