/** What the launcher's tests share: folders of their own, other processes, and a look at the database's. */

import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll } from 'vitest'
import { startEmbedded, type EmbeddedOptions, type EmbeddedPostgres } from '../start-embedded.ts'

let template: Promise<string> | undefined

async function makeTemplate(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'laisee-test-'))
  afterFile.add(() => rm(folder, { recursive: true, force: true }))
  const database = await startEmbedded({ dataDir: join(folder, 'data') })
  await database.stop()
  return join(folder, 'data')
}

/** What a test leaves running is stopped after it, last first. */
export class Leftovers {
  readonly #ends: (() => Promise<unknown>)[] = []

  add(end: () => Promise<unknown>): void {
    this.#ends.push(end)
  }

  async end(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end()
  }

  async folder(): Promise<string> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'laisee-test-')))
    this.add(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
    return folder
  }

  /** A folder with a database in it, copied from one that was made once: much quicker than making another. */
  async data(): Promise<string> {
    template ??= makeTemplate()
    const dataDir = join(await this.folder(), 'data')
    execFileSync('cp', ['-a', await template, dataDir])
    await chmod(dirname(dataDir), 0o755)
    this.add(() => removeSocket(dataDir))
    return dataDir
  }

  async start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const database = await startEmbedded(options)
    this.add(() => database.stop())
    return database
  }

  child(options: object): Child {
    const child = new Child(options)
    this.add(() => child.stop())
    return child
  }
}

const afterFile = new Leftovers()
afterAll(() => afterFile.end())

/** A launcher that was killed leaves its socket's folder to the next, which a test may not have. */
async function removeSocket(dataDir: string): Promise<void> {
  const address = join(dataDir, 'address.json')
  if (!existsSync(address)) return
  const { transport, host } = JSON.parse(readFileSync(address, 'utf8')) as { transport: string; host: string }
  if (transport === 'socket') await rm(host, { recursive: true, force: true })
}

export interface Said {
  url: string
  dataDir: string
  joined: boolean
  log: string[]
  failed?: string
}

/** A launcher in another process. */
export class Child {
  readonly process: ChildProcess
  readonly said: Promise<Said>
  readonly ended: Promise<void>

  constructor(options: object) {
    const program = fileURLToPath(new URL('child.ts', import.meta.url))
    this.process = spawn(process.execPath, [program, JSON.stringify(options)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.ended = new Promise((done) => this.process.once('exit', () => done()))
    // A child that ends by itself while it is being told to: the pipe breaks, and 'exit' is what counts.
    this.process.stdin!.on('error', () => undefined)
    const lines = createInterface({ input: this.process.stdout! })
    this.said = new Promise((done, fail) => {
      lines.once('line', (line) => done(JSON.parse(line) as Said))
      void this.ended.then(() => fail(new Error('the launcher ended without a word')))
    })
    this.said.catch(() => undefined)
  }

  async order(word: 'stop' | 'end'): Promise<void> {
    this.process.stdin!.write(`${word}\n`)
    await this.ended
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) await this.order('stop')
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL')
    await this.ended
  }
}

/** The rows of one statement, on a connection of its own. */
export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Ask until there is an answer; gives the milliseconds it took. */
export async function untilAnswers(url: string): Promise<number> {
  const startedAt = performance.now()
  for (;;) {
    try {
      await ask(url, 'select 1')
      return performance.now() - startedAt
    } catch (error) {
      if (performance.now() - startedAt > 30_000) throw error
      await sleep(20)
    }
  }
}

export function serverPid(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8'), 10)
}
