/** docs/reference/states.md from the tables that the rules, the server and the screens read. */

import { packetCan, packetStates } from '@laisee/core/packet.ts'
import { transferCan, transferStates, transferVerbOf } from '@laisee/core/transfer.ts'

const opening = `# States

Which verb can succeed in which state, written by \`npm run gen\` from \`packetCan\` and \`transferCan\` in \`packages/core\`.
A verb in any other state is refused, with the refusal that says why; what a state means is told in
[the life of a packet](../concepts/life-of-a-packet.md) and in [transfers](../concepts/transfers.md).
`

/** The whole page. */
export function printStates(): Promise<string> {
  const packet = table(packetStates, packetCan, {})
  const transfer = table(transferStates, transferCan, transferVerbOf)
  return Promise.resolve([opening, '## Packet\n', packet, '## Transfer\n', transfer].join('\n'))
}

function table(
  states: readonly string[],
  can: Record<string, readonly string[]>,
  whose: Readonly<Record<string, string>>,
): string {
  const rows = Object.entries(can).map(([verb, from]) => {
    const marks = states.map((state) => (from.includes(state) ? '●' : ''))
    const by = whose[verb] === undefined ? '' : ` (${whose[verb]})`
    return `| \`${verb}\`${by} | ${marks.join(' | ')} |`
  })
  const head = `| | ${states.map((state) => `\`${state}\``).join(' | ')} |`
  return [head, `| --- |${' :---: |'.repeat(states.length)}`, ...rows, ''].join('\n')
}
