/** The authenticators that Chromium brings for tests, and a passkey that is made with one. */

import type { CDPSession, Page } from 'playwright-core'
import type { Phone } from './stage.ts'

export interface Authenticator {
  session: CDPSession
  authenticatorId: string
}

/** A phone's own authenticator, or a key in its port (`usb`), whose owner always proves who they are. */
export async function authenticatorOf(
  page: Page,
  transport: 'internal' | 'usb' = 'internal',
): Promise<Authenticator> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport,
      hasResidentKey: transport === 'internal',
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { session, authenticatorId }
}

/** Add the first passkey of whoever holds this phone, on its page of the settings. */
export async function addFirstPasskey({ page, go }: Phone, name: string): Promise<void> {
  await go('/settings/passkeys')
  await page.getByRole('button', { name: '添加通行密钥' }).click()
  await page.getByRole('dialog', { name: '添加通行密钥' }).getByLabel('给它起个名字').fill(name)
  await page.getByRole('button', { name: '继续' }).click()
  await page.getByRole('button', { name: '我已保存好' }).click()
  await page.getByRole('button', { name: new RegExp(name) }).waitFor()
}
