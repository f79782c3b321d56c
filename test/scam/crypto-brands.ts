/** The names that the real list of reported hosts imitates, for the engine to know in place of its own. */

import type { Brand } from '@laisee/core/scam/brands.ts'

const brand = (id: string, ...official: string[]): Brand => ({ id, name: id, tokens: [id], official })

export const cryptoBrands: readonly Brand[] = [
  brand('polkadot', 'polkadot.network', 'polkadot.com'),
  brand('metamask', 'metamask.io'),
  brand('walletconnect', 'walletconnect.com', 'walletconnect.network'),
  brand('uniswap', 'uniswap.org'),
  brand('pancakeswap', 'pancakeswap.finance'),
  brand('sushi', 'sushi.com'),
  brand('opensea', 'opensea.io'),
  brand('ledger', 'ledger.com'),
  brand('trezor', 'trezor.io'),
  brand('coinbase', 'coinbase.com'),
  brand('binance', 'binance.com'),
  brand('trustwallet', 'trustwallet.com'),
  brand('imtoken', 'token.im'),
  brand('collabland', 'collab.land'),
  brand('polkastarter', 'polkastarter.com'),
  brand('layerzero', 'layerzero.network'),
  brand('zksync', 'zksync.io'),
  brand('seedify', 'seedify.fund'),
  brand('dappradar', 'dappradar.com'),
  brand('chainlink', 'chain.link'),
  brand('ethereum', 'ethereum.org'),
  brand('ripple', 'ripple.com'),
  brand('arbitrum', 'arbitrum.io'),
  brand('starknet', 'starknet.io'),
  brand('mantanetwork', 'manta.network'),
]
