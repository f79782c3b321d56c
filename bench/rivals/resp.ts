/** As much of Redis's protocol (RESP 2) as a bench needs: commands out, replies in. */

export type RespReply = string | number | null | Error | RespReply[]

/** A command on the wire. */
export function writeRespCommand(parts: readonly (string | number)[]): string {
  let text = `*${parts.length}\r\n`
  for (const part of parts) {
    const word = String(part)
    text += `$${Buffer.byteLength(word)}\r\n${word}\r\n`
  }
  return text
}

interface Read {
  reply: RespReply
  end: number
}

const colon = 58
const minus = 45
const plus = 43
const dollar = 36

/** The reply that begins at a place, or undefined where it is not whole yet. */
export function readRespReply(bytes: Buffer, at: number): Read | undefined {
  const lineEnd = bytes.indexOf('\r\n', at)
  if (lineEnd < 0) return undefined
  const line = bytes.toString('latin1', at + 1, lineEnd)
  const next = lineEnd + 2
  switch (bytes[at]) {
    case plus:
      return { reply: line, end: next }
    case minus:
      return { reply: new Error(line), end: next }
    case colon:
      return { reply: Number(line), end: next }
    case dollar:
      return readBulk(bytes, next, Number(line))
    default:
      return readArray(bytes, next, Number(line))
  }
}

function readBulk(bytes: Buffer, from: number, length: number): Read | undefined {
  if (length < 0) return { reply: null, end: from }
  if (bytes.length < from + length + 2) return undefined
  return { reply: bytes.toString('utf8', from, from + length), end: from + length + 2 }
}

function readArray(bytes: Buffer, from: number, length: number): Read | undefined {
  if (length < 0) return { reply: null, end: from }
  const replies: RespReply[] = []
  let at = from
  for (let i = 0; i < length; i++) {
    const read = readRespReply(bytes, at)
    if (!read) return undefined
    replies.push(read.reply)
    at = read.end
  }
  return { reply: replies, end: at }
}
