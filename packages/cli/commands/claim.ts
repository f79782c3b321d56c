/** `laisee claim`: one share of a packet, for the member whose token it is. Asked again, it says the same. */

import { formatYuan } from '@laisee/core/money.ts'
import { command } from '../command.ts'
import { print, printJson } from '../output.ts'
import { clientOf, localTime, remoteArgs } from '../remote.ts'

export const claim = command(
  {
    packet: { type: 'positional', required: true, description: 'The packet’s id' },
    link: { type: 'string', description: 'The sealed link, where it was sent by link', valueHint: 'LINK' },
    passphrase: { type: 'string', description: 'The passphrase, where it has one', valueHint: 'TEXT' },
    ...remoteArgs,
  },
  async (args) => {
    const body = {
      ...(args.link !== undefined && { token: args.link }),
      ...(args.passphrase !== undefined && { passphrase: args.passphrase }),
    }
    const share = await clientOf(args).claimPacket({ path: { id: args.packet }, body })
    if (args.json) printJson(share)
    else
      print(
        `¥${formatYuan(BigInt(share.amount))}: share ${share.shareNo} of ${share.packetId}, claimed ${localTime(share.at)}.`,
      )
  },
)
