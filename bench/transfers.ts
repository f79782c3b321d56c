/**
 * Transfers over HTTP, each with its idempotency key in the transaction of the money: by as many payers as there are
 * requests, and by one payer whose wallet they all wait for. `node bench/transfers.ts --rounds 3`.
 */

import { randomUUID } from 'node:crypto'
import { expectStatus, readBenchOptions, setStage, type Stage } from './harness/arena.ts'
import { runContest, type Entry } from './harness/contest.ts'
import { gather, noOpEntry, type Crowd } from './harness/crowd.ts'
import type { Request } from './harness/load.ts'
import { checkTransfers, checkWallets } from './harness/money.ts'
import { publish, today, type Section } from './harness/report.ts'
import type { Member } from './harness/world.ts'

const options = readBenchOptions({ rounds: '3', members: '3000', connections: '32,128' })
const amount = 10
/** The limit on a member's writes stands: one payer sends no more than it lets through, and each run has its own. */
const payeesOfOne = 500
let payersOfMany = 0

function sendRequest(payer: Member, payee: Member): Request {
  const body = JSON.stringify({ payeeId: payee.id, amount })
  return { path: '/v1/transfers', token: payer.token, body, headers: { 'Idempotency-Key': randomUUID() } }
}

function transferEntry(stage: Stage, name: string, atOnce: number, requests: () => Request[]): Entry {
  return {
    name,
    atOnce,
    async run(_round, measure) {
      const { sql } = stage.world
      const before = await checkTransfers(sql)
      const { run, reply } = await stage.storm(measure, atOnce, requests())
      expectStatus(reply, 201)
      const after = await checkTransfers(sql)
      if (after.count - before.count !== reply.requests || after.amount - before.amount !== reply.amount)
        throw new Error(
          `${reply.requests} transfers were answered and ${after.count - before.count} are there`,
        )
      return run
    },
  }
}

async function section(crowd: Crowd, atOnce: number): Promise<Section> {
  const { stage, members } = crowd
  const payees = members.slice(-payeesOfOne)
  const entries = [
    await noOpEntry(crowd, atOnce),
    transferEntry(stage, 'transfers, each by another payer', atOnce, () =>
      members.map((payer, i) => sendRequest(payer, members[(i + 1) % members.length]!)),
    ),
    transferEntry(stage, 'transfers, all by one payer', atOnce, () => {
      const payer = members[payersOfMany++]!
      return payees.map((payee) => sendRequest(payer, payee))
    }),
  ]
  await stage.world.delivered()
  const title = `Transfers over HTTP, ${atOnce} connections`
  stage.say(`\n${title}`)
  return { title, yardstick: 'no-op', results: await runContest(stage, entries, options.rounds) }
}

const stage = await setStage()
try {
  const members = await stage.world.makeMembers(options.members)
  await stage.world.topUp(members, 1_000_000n)
  const crowd = await gather(stage, members, 1, options.rounds)
  const sections: Section[] = []
  for (const atOnce of options.connections) sections.push(await section(crowd, atOnce))
  await checkWallets(stage.world.sql)
  const settings = { rounds: options.rounds, 'transfers a run': options.members }
  publish(
    { bench: 'transfers', date: today(), machine: stage.machine, settings, sections, bars: [], notes: [] },
    options.results,
  )
} finally {
  await stage.close()
}
