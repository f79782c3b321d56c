/** `laisee undo`: within the sender's own seconds, before anyone could see it, all of it comes back. */

import { formatYuan } from '@laisee/core/money.ts'
import { command } from '../command.ts'
import { print, printJson } from '../output.ts'
import { clientOf, remoteArgs } from '../remote.ts'

export const undo = command(
  { packet: { type: 'positional', required: true, description: 'The packet’s id' }, ...remoteArgs },
  async (args) => {
    const packet = await clientOf(args).undoPacket({ path: { id: args.packet } })
    if (args.json) printJson(packet)
    else print(`Undone: ¥${formatYuan(BigInt(packet.total ?? 0))} is back, and nobody has seen it.`)
  },
)
