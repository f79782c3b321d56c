/** Checkpoints leave the house: a witness over the network, who checks by itself, and a file. Nothing else is called. */

import { readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readBase64 } from '@laisee/core/log/base64.ts'
import { openCheckpoint, type Checkpoint } from '@laisee/core/log/checkpoint.ts'
import { checkHeads } from '@laisee/core/log/heads.ts'
import { rootOf } from '@laisee/core/log/merkle.ts'
import { readKey, readNote } from '@laisee/core/log/note.ts'
import { readConfig } from '../config.ts'
import { callOutside } from '../outside/call-outside.ts'
import { mayCall, networksOf } from '../outside/networks.ts'
import { deriveSecrets } from '../secrets.ts'
import { openCallers, type Callers } from '../testing/callers.ts'
import { testSecret } from '../testing/service.ts'
import { logKeysOf } from './checkpoint.ts'
import { sequenceLog } from './sequence.ts'
import { showWitness } from './show-witness.ts'

const opened = networksOf(['127.0.0.1'])

let callers: Callers
let server: Server
let address: string
/** What the witness has seen and signed for. */
let seen: Checkpoint | undefined
const heard: string[] = []

beforeAll(async () => {
  callers = await openCallers()
  await callers.person('安')
  await logAll()
  const keys = (await keysNow()).map((key) => readKey(key)!)
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      heard.push(request.url ?? '')
      if (request.url === '/elsewhere/add-checkpoint')
        response.writeHead(302, { location: `${address}/secret` }).end()
      else if (request.url === '/long/add-checkpoint') response.writeHead(200).end('x'.repeat(100_000))
      else
        witness(body, (status, type, text) => response.writeHead(status, { 'content-type': type }).end(text))
    })
  })
  /** As C2SP tlog-witness has it. */
  function witness(body: string, answer: (status: number, type: string, text: string) => void): void {
    const end = body.indexOf('\n\n')
    const [old = '', ...lines] = body.slice(0, end).split('\n')
    const from = Number(/^old (\d+)$/.exec(old)?.[1])
    const later = openCheckpoint(body.slice(end + 2), keys)
    if (!later) return answer(403, 'text/plain', '')
    const known = seen ?? { origin: later.origin, size: 0, root: rootOf(0, () => new Uint8Array(32)) }
    if (from !== known.size) return answer(409, 'text/x.tlog.size', `${known.size}\n`)
    const path = lines.map((line) => readBase64(line)!)
    if (checkHeads(known, later, path) !== 'goes_on') return answer(422, 'text/plain', '')
    seen = later
    answer(200, 'text/plain', '— witness.test/w AAAA\n')
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await callers.close()
})

const keysNow = (secrets = callers.service.ctx.secrets) =>
  callers.service.ctx.db.snapshot((tx) => logKeysOf(tx, secrets))

async function logAll(): Promise<void> {
  await vi.waitFor(
    async () => {
      await sequenceLog(callers.service.ctx.db)
      const [row] = await callers.rows('select (select count(*) from event) = size as done from log_head')
      expect(row!.done).toBe(true)
    },
    { timeout: 30_000, interval: 50 },
  )
}

async function grow(): Promise<number> {
  await callers.person('波')
  await logAll()
  const [row] = await callers.rows('select size::int as size from log_head')
  return Number(row!.size)
}

describe('a witness', () => {
  it('is shown each newer checkpoint with the proof from the one before, and nothing twice', async () => {
    const { ctx } = callers.service
    const first = await showWitness(ctx, address, opened)
    expect(seen).toMatchObject({ size: first })
    const size = await grow()
    expect(await showWitness(ctx, address, opened)).toBe(size)
    expect(seen!.size).toBe(size)
    const asked = heard.length
    expect(await showWitness(ctx, address, opened)).toBe(size)
    expect(heard).toHaveLength(asked)
  })

  it('that has seen another size than was thought is shown the proof from there', async () => {
    await callers.rows('delete from log_witness')
    expect(await showWitness(callers.service.ctx, address, opened)).toBe(seen!.size)
    await callers.rows('update log_witness set size = size - 1')
    const size = await grow()
    expect(await showWitness(callers.service.ctx, address, opened)).toBe(size)
    expect(seen!.size).toBe(size)
  })

  it('R28: that has seen more, or something else, says that the log was rolled back or rewritten', async () => {
    const { ctx } = callers.service
    const known = seen!
    await callers.rows('delete from log_witness')
    seen = { ...known, size: known.size + 5 }
    await expect(showWitness(ctx, address, opened)).rejects.toThrow(/has seen \d+ leaves; this log has \d+/)
    seen = { ...known, size: known.size - 1, root: new Uint8Array(32) }
    await expect(showWitness(ctx, address, opened)).rejects.toThrow(/has seen another log than this/)
    seen = known
  })

  it('in a file holds every checkpoint that was shown, each signed', async () => {
    const path = join(tmpdir(), `laisee-witness-${process.pid}.txt`)
    const target = pathToFileURL(path).href
    await showWitness(callers.service.ctx, target, opened)
    const size = await grow()
    await showWitness(callers.service.ctx, target, opened)
    const keys = (await keysNow()).map((key) => readKey(key)!)
    const notes = (await readFile(path, 'utf8')).split(/(?<=\n)\n(?=laisee\.log)/)
    expect(notes.map((note) => openCheckpoint(note.trimEnd() + '\n', keys)?.size)).toEqual([
      expect.any(Number),
      size,
    ])
    await rm(path)
  })
})

describe('calling outside', () => {
  const call = (url: string, networks = opened) =>
    callOutside({ url, contentType: 'text/plain', body: 'x', opened: networks })

  it('follows nothing elsewhere, and reads no more than it may', async () => {
    expect((await call(`${address}/elsewhere/add-checkpoint`)).status).toBe(302)
    expect(heard).not.toContain('/secret')
    await expect(call(`${address}/long/add-checkpoint`)).rejects.toThrow(/more than 65536 bytes/)
  })

  it('reaches nothing of one’s own that the settings did not open, by address or by name', async () => {
    const none = networksOf([])
    const asked = heard.length
    for (const url of [
      address,
      address.replace('127.0.0.1', 'localhost'),
      'http://[::1]:1/',
      'http://example.com/',
    ])
      await expect(call(url, none), url).rejects.toThrow()
    await expect(call('https://169.254.169.254/latest')).rejects.toThrow(/may not be called/)
    await expect(call('https://me:secret@example.com/')).rejects.toThrow(/no name and no password/)
    await expect(call('file:///etc/passwd')).rejects.toThrow(/not an address/)
    expect(heard).toHaveLength(asked)
  })

  it.each([
    ['93.184.216.34', true],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['127.0.0.2', false],
    ['172.31.255.255', false],
    ['192.168.0.1', false],
    ['0.0.0.0', false],
    ['::1', false],
    ['::ffff:10.0.0.1', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['2002:7f00:1::', false],
    ['64:ff9b::7f00:1', false],
    ['2606:4700::1111', true],
    ['no address', false],
  ])('%s may be called: %s', (one, may) => expect(mayCall(one, networksOf([]))).toBe(may))
})

describe('the log’s keys', () => {
  it('are made anew by the next number, and the one before signs on beside the new one', async () => {
    const { ctx, another } = callers.service
    expect(readConfig({ LAISEE_LOG_KEY: '2' }, { demo: true }).logKeyCount).toBe(2)
    const rotated = deriveSecrets(testSecret, 2)
    const [before] = await keysNow()
    const after = await keysNow(rotated)
    expect(after).toHaveLength(2)
    expect(after[1]).toBe(before)
    expect(another).toBeTypeOf('function')
    const { lastCheckpoint } = await import('./checkpoint.ts')
    const { note } = await ctx.db.snapshot((tx) => lastCheckpoint(tx, rotated))
    expect(readNote(note)!.signatures).toHaveLength(2)
    for (const key of after) expect(openCheckpoint(note, [readKey(key)!])).toBeDefined()
  })

  it.each([
    [{ LAISEE_LOG_KEY: '0' }, /LAISEE_LOG_KEY/],
    [{ LAISEE_LOG_KEY: '1.5' }, /LAISEE_LOG_KEY/],
    [{ LAISEE_WITNESS: 'ftp://x.example' }, /LAISEE_WITNESS/],
    [{ LAISEE_OUTSIDE_ALLOW: '10.0.0.0/40' }, /LAISEE_OUTSIDE_ALLOW/],
    [{ LAISEE_OUTSIDE_ALLOW: 'example.com' }, /LAISEE_OUTSIDE_ALLOW/],
  ])('and other settings of the log are refused at the start: %o', (environment, says) =>
    expect(() => readConfig(environment, { demo: true })).toThrow(says),
  )
})
