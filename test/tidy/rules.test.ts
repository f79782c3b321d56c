import { describe, expect, test } from 'vitest'
import { faceProblems } from './faces.ts'
import { givenProblems } from './given.ts'
import { importCircles, importProblem, importsOf } from './imports.ts'
import { faultsNamedIn, peerFaultCount, peerFaultProblems } from './peer-faults.ts'
import { isTold, listedOn, textsOf } from './registries.ts'
import { lineCount, longFunctions, sizeProblems } from './sizes.ts'
import { sourceFrom } from './sources.ts'
import { staticTextProblems } from './static-text.ts'
import { anchorOf, linkProblems, lockProblems, placeProblems, scriptProblems } from './texts.ts'
import { pathProblems, wordProblems } from './words.ts'

describe('an import that goes the wrong way is told why', () => {
  const problemsOf = (path: string, text: string) => importsOf(sourceFrom(path, text)).map(importProblem)

  test.each([
    [
      'packages/core/packet.ts',
      `import { openDb } from '@laisee/server/db/db.ts'`,
      'core never imports server',
    ],
    [
      'packages/core/packet.ts',
      `import { hash } from 'node:crypto'`,
      'core runs in the browser: no node: imports',
    ],
    [
      'packages/core/packet.ts',
      `const it = await import('node:fs')`,
      'core runs in the browser: no node: imports',
    ],
    [
      'packages/web/app/send.ts',
      `import { decide } from '@laisee/server/packets/send.ts'`,
      'web never imports server',
    ],
    [
      'packages/client/retry.ts',
      `import { refuse } from '@laisee/core/refusals.ts'`,
      'client never imports core',
    ],
    [
      'packages/server/packets/send.ts',
      `import fastify from 'fastify'`,
      'only *.routes.ts, http/ and app.ts know the framework',
    ],
    [
      'packages/server/packets/send.ts',
      `import { route } from '../http/route.ts'`,
      'only *.routes.ts, http/ and app.ts know HTTP',
    ],
    ['packages/server/packets/send.ts', `import pg from 'pg'`, 'only db/ knows the driver'],
    [
      'packages/server/jobs/expire.ts',
      `import { due } from '../packets/packets.sql.ts'`,
      'jobs never reads the SQL of packets: use its verbs',
    ],
    [
      'packages/server/ledger/ledger.ts',
      `import { sendPacket } from '../packets/send.ts'`,
      'ledger stands below packets and never imports it',
    ],
    [
      'packages/server/db/db.ts',
      `import { post } from '../ledger/ledger.ts'`,
      'db stands below ledger and never imports it',
    ],
    [
      'packages/server/people/member.ts',
      `import { routes } from '../packets/packets.routes.ts'`,
      'only routes.ts and app.ts import routes',
    ],
    [
      'packages/server/people/member.ts',
      `import { PacketSchema } from '../packets/packets.schemas.ts'`,
      'only the edge knows the shapes of the API',
    ],
    [
      'packages/server/people/member.ts',
      `import { createApp } from '../app.ts'`,
      'only main.ts boots the application',
    ],
    [
      'packages/server/app.ts',
      `import { startEmbedded } from './db/embedded/start-embedded.ts'`,
      'only db/, main.ts and the command line know where the database runs',
    ],
    [
      'packages/server/app.ts',
      `import { fill } from '../../test/fill.ts'`,
      'a package imports nothing from outside packages/',
    ],
    [
      'packages/server/app.ts',
      `import { fill } from '@laisee/core/packet.test.ts'`,
      'code never imports a test',
    ],
  ])('%s: %s', (path, text, problem) => {
    expect(problemsOf(path, text)).toEqual([problem])
  })

  test.each([
    ['packages/server/packets/send.ts', `import { post } from '../ledger/ledger.ts'`],
    ['packages/server/packets/packets.routes.ts', `import { route } from '../http/route.ts'`],
    ['packages/server/packets/packets.ts', `import { lockPacket } from './packets.sql.ts'`],
    ['packages/server/packets/queue.ts', `import type pg from 'pg'`],
    ['packages/server/main.ts', `import { startEmbedded } from './db/embedded/start-embedded.ts'`],
    ['packages/cli/serve.ts', `import { createApp } from '@laisee/server/app.ts'`],
    ['packages/server/packets/send.test.ts', `import { lockAccount } from '../ledger/ledger.sql.ts'`],
  ])('%s: %s is the right way', (path, text) => {
    expect(problemsOf(path, text)).toEqual([undefined])
  })

  test('files that import each other are found, types alone are not', () => {
    const make = (from: string, to: string, typeOnly = false) => ({
      from,
      to,
      typeOnly,
      line: 1,
      specifier: to,
    })
    expect(importCircles([make('a.ts', 'b.ts'), make('b.ts', 'a.ts')])).toEqual([['a.ts', 'b.ts', 'a.ts']])
    expect(importCircles([make('a.ts', 'b.ts'), make('b.ts', 'a.ts', true)])).toEqual([])
  })
})

describe('a face', () => {
  const problemsIn = (text: string) =>
    faceProblems(sourceFrom('packages/web/app/packet/PacketHead.tsx', text)).length

  test.each(['<Avatar {...card} size={40} />', '<Avatar id={id} name={packet.payer.name} size={56} />'])(
    'is not given an own name: %s',
    (text) => expect(problemsIn(text)).toBe(1),
  )

  test.each([
    '<PersonFace {...card} size={40} />',
    '<Avatar id={id} name={alias ?? card.name} size={40} />',
    '<Avatar {...card} name={shown} />',
  ])('is given what they are called: %s', (text) => expect(problemsIn(text)).toBe(0))
})

describe('time, chance and the environment', () => {
  const problemsIn = (path: string, text: string) => givenProblems(sourceFrom(path, text)).length

  test.each([
    ['packages/core/packet.ts', 'const at = Date.now()'],
    ['packages/core/packet.ts', 'const at = new Date()'],
    ['packages/core/packet.ts', 'const n = Math.random()'],
    ['packages/core/packet.ts', 'setTimeout(close, 10)'],
    ['packages/core/packet.ts', 'const id = crypto.randomUUID()'],
    ['packages/server/packets/send.ts', 'const at = Date.now()'],
    ['packages/server/packets/send.ts', 'const url = process.env.LAISEE_URL'],
  ])('%s may not take %s', (path, text) => {
    expect(problemsIn(path, text)).toBeGreaterThan(0)
  })

  test.each([
    ['packages/core/instant.ts', 'const text = new Date(at).toISOString()'],
    ['packages/server/main.ts', 'const url = process.env.LAISEE_DATABASE_URL'],
    ['packages/server/packets/claim-queue.ts', 'const startedAt = performance.now()'],
    ['packages/core/packet.test.ts', 'const at = Date.now()'],
    ['packages/core/packet.ts', 'interface Step { process: string }'],
  ])('%s may have %s', (path, text) => {
    expect(problemsIn(path, text)).toBe(0)
  })
})

describe('sizes', () => {
  const body = (lines: number) => `\n${'  work()\n'.repeat(lines)}`

  test('a function of 71 lines is too long, one of 70 is not', () => {
    const long = longFunctions(sourceFrom('a.ts', `export function deal() {${body(69)}}\n`))
    expect(long).toEqual([{ path: 'a.ts', line: 1, name: 'deal', lines: 71 }])
    expect(longFunctions(sourceFrom('a.ts', `export function deal() {${body(68)}}\n`))).toEqual([])
    expect(longFunctions(sourceFrom('a.ts', `const deal = () => {${body(80)}}\n`))[0]?.name).toBe('deal')
    expect(longFunctions(sourceFrom('a.test.ts', `describe('it', () => {${body(80)}})\n`))).toEqual([])
  })

  test('a file over 400 lines fails, one over 200 is listed and only shrinks', () => {
    const sizes = (lines: number) => new Map([['packages/core/a.ts', lines]])
    expect(sizeProblems(sizes(401), { 'packages/core/a.ts': 401 })).toHaveLength(1)
    expect(sizeProblems(sizes(201), {})).toHaveLength(1)
    expect(sizeProblems(sizes(201), { 'packages/core/a.ts': 210 })).toEqual([])
    expect(sizeProblems(sizes(211), { 'packages/core/a.ts': 210 })).toHaveLength(1)
    expect(sizeProblems(sizes(180), { 'packages/core/a.ts': 210 })).toHaveLength(1)
    expect(sizeProblems(new Map(), { 'packages/core/a.ts': 210 })).toHaveLength(1)
    expect(sizeProblems(new Map([['packages/core/a.test.ts', 300]]), {})).toEqual([])
    expect([lineCount(''), lineCount('a'), lineCount('a\n'), lineCount('a\nb')]).toEqual([0, 1, 1, 2])
  })
})

describe('words', () => {
  test.each([
    'packages/core/utils.ts',
    'packages/server/common/a.ts',
    'packages/core/moneyHelpers.ts',
    'packages/core/index.ts',
  ])('%s is no name for a file', (path) => {
    expect(pathProblems(path)).toHaveLength(1)
  })

  test.each([
    ['class PacketManager {}', '"manager"'],
    ['const authService = 1', '"service"'],
    ['export default function send() {}', 'no default exports'],
    ['const send = 1\nexport default send', 'no default exports'],
    [`export * from './send.ts'\nconst a = 1`, 'no export * from'],
    [`export { send } from './send.ts'`, 'no barrels'],
    ['const a = b as any', 'any turns the compiler off'],
    ['console.log(1)', 'console is for programs in a terminal'],
    ['test.only("a", () => {})', 'test.only hides tests'],
    ['describe.skip("a", () => {})', 'describe.skip hides tests'],
    ['// @ts-' + 'ignore', 'turns the compiler off'],
    ['// eslint-' + 'disable-next-line', 'turns a check off'],
    ['/** TO' + 'DO: later */', 'is a note to oneself'],
    ['// Enough for ' + 'now.', 'promises less'],
  ])('%s is found', (text, problem) => {
    expect(wordProblems(sourceFrom('packages/server/a.ts', text)).join()).toContain(problem)
  })

  test('a terminal program prints, a config exports by default, prose may say service', () => {
    expect(wordProblems(sourceFrom('packages/cli/split.ts', 'console.log(1)'))).toEqual([])
    expect(wordProblems(sourceFrom('vitest.config.ts', 'export default {}'))).toEqual([])
    expect(wordProblems(sourceFrom('packages/core/a.ts', '// The service reads it.\nconst a = 1'))).toEqual(
      [],
    )
  })

  test('a statement takes constants of its file and no values', () => {
    const file = (put: string) =>
      sourceFrom('a.sql.ts', `const columns = 'id, state'\nstatement('a', \`select \${${put}}\`)`)
    expect(staticTextProblems(file('columns'))).toEqual([])
    expect(staticTextProblems(file('table'))).toHaveLength(1)
    expect(staticTextProblems(file('columns.join()'))).toHaveLength(1)
  })
})

describe('registries', () => {
  test('a code counts as given where code, not a test or the words, names it', () => {
    const sources = [
      sourceFrom('packages/core/packet.ts', `refuse('not_found')`),
      sourceFrom('packages/core/packet.test.ts', `refuse('not_yet')`),
      sourceFrom('packages/core/refusals.ts', `const a = 'forbidden'`),
    ]
    expect([...textsOf(sources, 'packages/core/refusals.ts').keys()]).toEqual(['not_found'])
  })

  test('an event told as its noun and its state is told', () => {
    const texts = textsOf(
      [sourceFrom('packages/server/a.ts', `tell(\`transfer.\${state}\`); end("undone")`)],
      '',
    )
    expect([isTold('transfer.undone', texts), isTold('transfer.arrived', texts)]).toEqual([true, false])
  })

  test('a page lists what the first column of its tables says', () => {
    expect(
      listedOn('| code | says |\n| --- | --- |\n| `not_found` | no |\n| `packet.sent` | yes |\n'),
    ).toEqual(['not_found', 'packet.sent'])
  })
})

describe('texts', () => {
  test.each([
    'cd /' + 'root/laisee',
    'open("/' + 'home/ada/x.ts")',
    'see /' + 'Users/ada/x',
    'https://registry.' + 'npmjs.org/x',
  ])('%s names a machine', (text) => {
    expect(placeProblems('a.md', text)).toHaveLength(1)
  })

  test('an address of the API is no path of a machine', () => {
    expect(placeProblems('a.md', 'POST /v1/packets/{id}/claims\nhttps://example.com/home')).toEqual([])
  })

  test('a lock file with download addresses is found', () => {
    expect(lockProblems('"resolved": "https:' + '//a.b/c.tgz"')).toHaveLength(1)
    expect(lockProblems('"integrity": "sha512-…"')).toEqual([])
  })

  test('a script whose file is gone is found', () => {
    const text = JSON.stringify({
      scripts: { start: 'node a.ts demo', gone: 'node b.ts && node c.ts', test: 'vitest run' },
    })
    expect(scriptProblems(text, (path) => path !== 'c.ts')).toEqual([
      'npm run gone needs c.ts, which is not there',
    ])
  })

  test('a link to nowhere is found, by file and by heading', () => {
    const read = (path: string) => ({ 'docs/words.md': '# The words\n\n## 红包 packet\n', docs: '' })[path]
    const problems = (text: string) => linkProblems('README.md', text, read)
    expect(
      problems('[a](docs/words.md) [b](docs/words.md#the-words) [c](docs/) [d](https://example.com/x)'),
    ).toEqual([])
    expect(problems('[a](docs/words.md#红包-packet)')).toEqual([])
    expect(problems('[a](docs/word.md)')).toHaveLength(1)
    expect(problems('[a](docs/words.md#nowhere)')).toHaveLength(1)
    expect(problems('`[a](nowhere.md)`\n```\n[a](nowhere.md)\n```')).toEqual([])
    expect(anchorOf('What works, and what does not')).toBe('what-works-and-what-does-not')
  })
})

describe('a fault that happened to others', () => {
  const file = (text: string) => sourceFrom('a.test.ts', text)
  const rows = Array.from(
    { length: peerFaultCount },
    (_, i) => `| R${i + 1} | it | a | [t](../../a.test.ts) |`,
  )
  const titles = rows.map((_, i) => `it('R${i + 1}: happens not', () => undefined)`).join('\n')

  test('is named by a title, alone, among others, or in the middle', () => {
    const text = "it('R1 R2: a'); it(`R3: all of them`); it('b; R10: c'); it('an R4 without a colon')"
    expect([...faultsNamedIn(file(text))]).toEqual(['R1', 'R2', 'R3', 'R10'])
    expect([...faultsNamedIn(file('it(`R5: $' + '{n} of them`)'))]).toEqual(['R5'])
  })

  test('is told where it is missing, out of order, without a test, or beside one that does not name it', () => {
    const problems = (page: readonly string[], text = titles) =>
      peerFaultProblems(page.join('\n'), [file(text)])
    expect(problems(rows)).toEqual([])
    expect(problems(rows.slice(1))).toHaveLength(1)
    expect(problems(rows.toReversed())).toHaveLength(1)
    expect(problems(rows, titles.replace('R7:', 'R7 '))).toEqual(['a.test.ts has no test that is named R7'])
    expect(problems(rows.with(4, '| R5 | it | a | nothing |'))).toEqual(['R5 has no test, and no reason'])
    expect(problems(rows.with(4, '| R5 | it | a | no place: there is none |'))).toEqual([])
  })
})
