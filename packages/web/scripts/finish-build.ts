/**
 * After the build: the list of files that the service worker keeps, its version, a compressed copy of every text, and a
 * look at what the first screen costs: a test holds it to its bound. What only the desk needs is no part of the phone's.
 */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const dist = join(import.meta.dirname, '..', 'dist')
const firstScreenMax = 170_000
const firstPlanMax = 200_000

/** The pages and words between the advisor's front door and a plan. */
const untilPlan = [
  ...['index.html', 'app/advisor/HelpPage.tsx', 'app/advisor/AskPage.tsx', 'app/advisor/PlanPage.tsx'],
  'advisor-page',
]
/** What makes files: large, for few, and kept on the device only once somebody has asked for it. */
const onceAsked = ['../core/documents/word-file.ts', '../core/documents/pdf-file.ts']

interface Chunk {
  file: string
  /** Of what several pages share, the name is all there is. */
  name?: string
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
  isEntry?: boolean
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()

const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>

/** The script files that these pages wait for, by the build's own list. */
function filesOf(names: readonly string[]): string[] {
  const needed = new Set<string>()
  const walk = (name: string) => {
    const chunk = manifest[name] ?? Object.values(manifest).find((one) => one.name === name)
    if (!chunk) throw new Error(`the build has no ${name}`)
    if (needed.has(chunk.file)) return
    needed.add(chunk.file)
    chunk.imports?.forEach(walk)
  }
  names.forEach(walk)
  return [...needed]
}

/** Files that nobody but those who asked for them needs. */
function filesOnceAsked(): string[] {
  const asked = filesOf(onceAsked)
  const others = Object.keys(manifest).filter((name) => !asked.includes(manifest[name]!.file))
  const needed = new Set(filesOf(others))
  return asked.filter((file) => !needed.has(file))
}

/** Every file that a page may ever load, styles too. */
function filesReachedFrom(page: string): Set<string> {
  const reached = new Set<string>([page])
  const walked = new Set<string>()
  const walk = (name: string) => {
    if (walked.has(name)) return
    walked.add(name)
    const { file, css = [], imports = [], dynamicImports = [] } = manifest[name]!
    for (const one of [file, ...css]) reached.add(one)
    for (const next of [...imports, ...dynamicImports]) walk(next)
  }
  walk(page)
  return reached
}

const phone = filesReachedFrom('index.html')
const deskOnly = [...filesReachedFrom('desk.html')].filter((file) => !phone.has(file))
const deskFirst = filesOf(['desk.html'])
const first = filesOf(['index.html', 'app/sign-in/WelcomePage.tsx', 'app/chats/ChatsPage.tsx'])
const plan = filesOf(untilPlan)
const later = filesOnceAsked()
rmSync(join(dist, '.vite'), { recursive: true })
for (const name of filesIn(dist).filter((file) => /\.(br|gz)$/.test(file))) rmSync(join(dist, name))
const files = filesIn(dist).filter((name) => !['sw.js', 'files.json', 'sizes.json'].includes(name))
const version = createHash('sha256')
for (const name of files) version.update(name).update(readFileSync(join(dist, name)))
const swPath = join(dist, 'sw.js')
writeFileSync(swPath, readFileSync(swPath, 'utf8').replace('__VERSION__', version.digest('hex').slice(0, 12)))
const kept = files.filter((name) => ![...later, ...deskOnly].includes(name) && !name.endsWith('.ttf'))
writeFileSync(join(dist, 'files.json'), JSON.stringify(kept.map((name) => `/${name}`)))

for (const name of filesIn(dist).filter((file) => /\.(js|css|html|svg|json|webmanifest)$/.test(file))) {
  const text = readFileSync(join(dist, name))
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }
  writeFileSync(join(dist, `${name}.br`), brotliCompressSync(text, quality))
  writeFileSync(join(dist, `${name}.gz`), gzipSync(text, { level: 9 }))
}

// A font is small enough by gzip in half a second; brotli would take half a minute for a tenth less.
for (const name of files.filter((file) => file.endsWith('.ttf')))
  writeFileSync(join(dist, `${name}.gz`), gzipSync(readFileSync(join(dist, name)), { level: 6 }))

const sizeOf = (names: readonly string[]) =>
  names.reduce((sum, name) => sum + readFileSync(join(dist, `${name}.gz`)).length, 0)
const sizes = {
  ...{ firstScreen: sizeOf(first), firstScreenMax, files: first },
  ...{ firstPlan: sizeOf(plan), firstPlanMax, planFiles: plan },
  ...{ desk: sizeOf(deskFirst), deskOnly },
}
writeFileSync(join(dist, 'sizes.json'), JSON.stringify(sizes))
process.stdout.write(
  `JavaScript by gzip: first screen ${sizes.firstScreen} bytes, of ${firstScreenMax} at most; ` +
    `first plan ${sizes.firstPlan}, of ${firstPlanMax}; files when asked for ${sizeOf(later)}; desk ${sizes.desk}\n`,
)
