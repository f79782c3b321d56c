/** What the demo prints: where it is, who is in it, and commands that work as they stand. */

import Table from 'cli-table3'
import { formatYuan } from '@laisee/core/money.ts'
import { plainTable } from '../table.ts'
import type { DemoCaller, DemoCallers } from './tokens.ts'
import type { ToTry } from './to-try.ts'

export interface Shown {
  address: string
  /** Whether the screens are there as well, and not the API alone. */
  hasScreens: boolean
  /** Whether commands find it without being told where. */
  isUsualAddress: boolean
  made: boolean
  callers: DemoCallers
  toTry: ToTry
}

/** The lines, ready to print. */
export function demoLines({ address, hasScreens, isUsualAddress, made, callers, toTry }: Shown): string[] {
  const who = (key: string): DemoCaller => callers.people.find((person) => person.key === key)!
  const url = isUsualAddress ? '' : ` --url ${address}`
  const run = (words: string, token: string) => `   npx laisee ${words}${url} --token ${token}`
  const [mama, xiaoming, baba, caihong] = ['mama', 'xiaoming', 'baba', 'caihong'].map(who) as [
    DemoCaller,
    DemoCaller,
    DemoCaller,
    DemoCaller,
  ]
  return [
    ...(hasScreens ? [`Open ${address}/ and choose who to be.`, ''] : []),
    `${made ? 'A new demo world' : 'The demo world'} is at ${address} (its API: ${address}/docs)`,
    '',
    peopleTable(callers.people),
    '',
    `Operator's key: ${callers.operatorToken}`,
    '',
    'To try, in another terminal:',
    '',
    `1. ${mama.role} sends ${caihong.name} ¥5.20; it can be undone for ${mama.undoS} seconds:`,
    run(`send --to ${caihong.id} --total 520 --greeting 谢谢`, mama.token),
    '',
    ...shownIf(toTry.claimId, (id) => [
      `2. ${xiaoming.role} claims a share of ${mama.role}'s packet to the family:`,
      run(`claim ${id}`, xiaoming.token),
    ]),
    ...shownIf(toTry.recallId, (id) => [
      `3. ${baba.role} takes back what his colleagues have not claimed:`,
      run(`recall ${id}`, baba.token),
    ]),
    'This world has a clock of its own. A day later, what is due then has happened:',
    run('clock --forward 24h', callers.operatorToken),
    '',
    'A recorded week, played into it:',
    `   npx laisee replay examples/days/family-week.csv --clock${url} --key ${callers.operatorToken}`,
    '',
    'Ctrl-C ends it; the next start finds it as it was.',
  ]
}

function shownIf(id: string | undefined, lines: (id: string) => string[]): string[] {
  return id === undefined ? [] : [...lines(id), '']
}

function peopleTable(people: readonly DemoCaller[]): string {
  const table = new Table({
    ...plainTable,
    head: ['who', 'name', 'wallet', 'id', 'token'],
    colAligns: ['left', 'left', 'right', 'left', 'left'],
  })
  for (const { role, name, wallet, id, token } of people)
    table.push([role, name, `¥${formatYuan(wallet)}`, id, token])
  return table.toString()
}
