/**
 * Which addresses the service may call out to: those of the public Internet. What a name leads to inside one's own
 * network (a database, a cloud's metadata, the machine itself) is closed, unless the settings open it.
 */

import { BlockList, isIP } from 'node:net'

const closedV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
/** Inside the only block of IPv6 that is public (2000::/3): tunnels, which hide an IPv4 address, and documentation. */
const closedV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const closed = listOf([...closedV4, ...closedV6])
const publicV6 = listOf(['2000::/3'])

/** Networks by their text, `10.0.0.0/8` or a single address. Throws an Error that names the one that is none. */
export function networksOf(texts: readonly string[]): BlockList {
  return listOf(texts)
}

/** Whether the service may call an address; `opened` are networks that the settings open. */
export function mayCall(address: string, opened: BlockList): boolean {
  const family = isIP(address)
  if (family === 0) return false
  const type = family === 6 ? 'ipv6' : 'ipv4'
  if (opened.check(address, type)) return true
  if (family === 6 && !publicV6.check(address, 'ipv6')) return false
  return !closed.check(address, type)
}

function listOf(texts: readonly string[]): BlockList {
  const list = new BlockList()
  for (const text of texts) {
    const [address = '', bits] = text.split('/')
    const family = isIP(address)
    const bitsMax = family === 6 ? 128 : 32
    const width = bits === undefined ? bitsMax : Number(bits)
    if (family === 0 || !/^\d{0,3}$/.test(bits ?? '') || width > bitsMax)
      throw new Error(`${text} is not an address or a network`)
    list.addSubnet(address, width, family === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}
