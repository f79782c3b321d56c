/**
 * After the build: the list of files that the service worker keeps, its version, a compressed copy of every text, and a
 * look at what the first screen costs: a test holds it to its bound.
 */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const dist = join(import.meta.dirname, '..', 'dist')
const firstScreenMax = 170_000

interface Chunk {
  file: string
  imports?: string[]
  isEntry?: boolean
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()

/** The script files that the first screen waits for, by the build's own list. */
function firstFiles(): string[] {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
  const needed = new Set<string>()
  const walk = (name: string) => {
    const chunk = manifest[name]!
    if (needed.has(chunk.file)) return
    needed.add(chunk.file)
    chunk.imports?.forEach(walk)
  }
  for (const name of ['index.html', 'app/sign-in/WelcomePage.tsx', 'app/chats/ChatsPage.tsx']) walk(name)
  return [...needed]
}

const first = firstFiles()
rmSync(join(dist, '.vite'), { recursive: true })
for (const name of filesIn(dist).filter((file) => /\.(br|gz)$/.test(file))) rmSync(join(dist, name))
const files = filesIn(dist).filter((name) => !['sw.js', 'files.json', 'sizes.json'].includes(name))
const version = createHash('sha256')
for (const name of files) version.update(name).update(readFileSync(join(dist, name)))
const swPath = join(dist, 'sw.js')
writeFileSync(swPath, readFileSync(swPath, 'utf8').replace('__VERSION__', version.digest('hex').slice(0, 12)))
writeFileSync(join(dist, 'files.json'), JSON.stringify(files.map((name) => `/${name}`)))

for (const name of filesIn(dist).filter((file) => /\.(js|css|html|svg|json|webmanifest)$/.test(file))) {
  const text = readFileSync(join(dist, name))
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }
  writeFileSync(join(dist, `${name}.br`), brotliCompressSync(text, quality))
  writeFileSync(join(dist, `${name}.gz`), gzipSync(text, { level: 9 }))
}

const bytes = first.reduce((sum, name) => sum + readFileSync(join(dist, `${name}.gz`)).length, 0)
writeFileSync(join(dist, 'sizes.json'), JSON.stringify({ firstScreen: bytes, firstScreenMax, files: first }))
process.stdout.write(`first screen: ${bytes} bytes of JavaScript by gzip, of ${firstScreenMax} at most\n`)
