/**
 * The screens of a checkout are built when they are first needed, and again when their sources are newer, so that the
 * service shows what the checkout says. A published package brings them built, and brings no vite: nothing is done.
 */

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import type { ServerConfig } from '@laisee/server/config.ts'
import { withLock } from '@laisee/server/db/embedded/lock.ts'
import { builtWebDir } from '@laisee/server/main.ts'
import { printAside } from './output.ts'

export interface WebSources {
  /** The package of the screens, with a `build` script that fills its `dist`. */
  folder: string
  /** Other packages that go into the build. */
  others: readonly string[]
}

const webFolder = dirname(builtWebDir)
const checkout: WebSources = {
  folder: webFolder,
  others: ['core', 'client'].map((name) => join(dirname(webFolder), name)),
}

/** Build the screens that a server with these settings would show, where that is needed. Throws where the build fails. */
export async function buildScreens({ webDir }: Pick<ServerConfig, 'webDir'>): Promise<void> {
  if (webDir === null) await buildIfStale(checkout, printAside)
}

/**
 * Build where the build is missing or older than its sources. Gives whether it was built. Of several that find it stale at
 * once, one builds and the others wait for it; one that dies in the middle holds up nobody.
 */
export async function buildIfStale(web: WebSources, say: (line: string) => void): Promise<boolean> {
  const script = await buildScript(web.folder)
  if (script === undefined || !(await isStale(web))) return false
  const claims = join(web.folder, '.building')
  await mkdir(claims, { recursive: true })
  return withLock(claims, async () => {
    if (!(await isStale(web))) return false
    say('Building the screens …')
    await runScript(script, web.folder)
    return true
  })
}

/** How this package is built here: undefined where it brings no sources, or where there is nothing to build it with. */
async function buildScript(folder: string): Promise<string | undefined> {
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest) || !existsSync(join(folder, 'index.html'))) return undefined
  try {
    createRequire(manifest).resolve('vite/package.json')
  } catch {
    return undefined
  }
  const { scripts } = JSON.parse(await readFile(manifest, 'utf8')) as { scripts?: Record<string, string> }
  return scripts?.build
}

const notSources = new Set(['dist', 'node_modules', 'testing', 'e2e'])

async function isStale({ folder, others }: WebSources): Promise<boolean> {
  // The build writes this list when everything it names is there.
  const list = join(folder, 'dist', 'files.json')
  if (!existsSync(list)) return true
  const { mtimeMs } = await stat(list)
  for (const place of [folder, ...others]) if (await isNewerThan(place, mtimeMs)) return true
  return false
}

async function isNewerThan(folder: string, builtMs: number): Promise<boolean> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (notSources.has(entry.name) || entry.name.startsWith('.') || /\.test\.tsx?$/.test(entry.name)) continue
    if (entry.isDirectory() ? await isNewerThan(path, builtMs) : (await stat(path)).mtimeMs > builtMs)
      return true
  }
  return false
}

/** Run a package's script as npm would, with this very Node. Its output is shown only where it fails. */
function runScript(script: string, folder: string): Promise<void> {
  const bins = [folder, dirname(folder), dirname(dirname(folder))].map((at) =>
    join(at, 'node_modules', '.bin'),
  )
  const path = [dirname(process.execPath), ...bins, process.env.PATH ?? ''].join(delimiter)
  const child = spawn(script, {
    cwd: folder,
    shell: true,
    env: { ...process.env, NODE_ENV: 'production', PATH: path },
  })
  let output = ''
  const keep = (text: string) => void (output += text)
  child.stdout.setEncoding('utf8').on('data', keep)
  child.stderr.setEncoding('utf8').on('data', keep)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      if (status === 0) resolve()
      else reject(new Error(`the screens could not be built (LAISEE_WEB_DIR=off goes without):\n${output}`))
    })
  })
}
