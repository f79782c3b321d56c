/**
 * An authority for timestamps on this machine: it reads the request as RFC 3161 has it, and signs with a certificate made
 * for the test. What it does wrong on purpose is said when it is started.
 */

import { randomBytes, webcrypto } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Integer, OctetString, PrintableString } from 'asn1js'
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  MessageImprint,
  PKIStatusInfo,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'

export interface LocalAuthority {
  url: URL
  /** Its root, in PEM. */
  rootsPem: string
  /** How many requests it has read. */
  asked: number
  close(): Promise<void>
}

/** What it does wrong. */
export type Wrong =
  | 'nothing'
  | 'other_hash'
  | 'other_nonce'
  | 'other_purpose'
  | 'refuses'
  | 'broken'
  | 'fails'
  | 'too_long'
  | 'redirects'

interface Pair {
  certificate: Certificate
  keys: webcrypto.CryptoKeyPair
}

const sha256 = 'SHA-256'
const nameOid = '2.5.4.3'
const policy = '1.2.3.4.5'
const yearMs = 31_536_000_000

async function makePair(name: string, issuer: Pair | undefined, purpose: string): Promise<Pair> {
  const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ value: randomBytes(3).readUIntBE(0, 3) + 1 })
  const named = (text: string) =>
    new AttributeTypeAndValue({ type: nameOid, value: new PrintableString({ value: text }) })
  certificate.subject.typesAndValues.push(named(name))
  if (issuer) certificate.issuer = issuer.certificate.subject
  else certificate.issuer.typesAndValues.push(named(name))
  certificate.notBefore.value = new Date(Date.now() - yearMs)
  certificate.notAfter.value = new Date(Date.now() + yearMs)
  certificate.extensions = [issuer ? forPurpose(purpose) : asRoot()]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(issuer?.keys.privateKey ?? keys.privateKey, sha256)
  return { certificate, keys }
}

function asRoot(): Extension {
  const basics = new BasicConstraints({ cA: true })
  return new Extension({
    extnID: '2.5.29.19',
    critical: true,
    extnValue: basics.toSchema().toBER(),
    parsedValue: basics,
  })
}

function forPurpose(purpose: string): Extension {
  const usage = new ExtKeyUsage({ keyPurposes: [purpose] })
  return new Extension({
    extnID: '2.5.29.37',
    critical: true,
    extnValue: usage.toSchema().toBER(),
    parsedValue: usage,
  })
}

async function answer(request: Uint8Array, signer: Pair, wrong: Wrong): Promise<Uint8Array> {
  const ask = TimeStampReq.fromBER(Uint8Array.from(request).buffer)
  const { messageImprint: asked } = ask
  if (asked.hashedMessage.valueBlock.valueHexView.length !== 32 || !ask.certReq || !ask.nonce)
    throw new Error('the request is not one for a timestamp with a certificate and a nonce')
  if (wrong === 'refuses') return replyOf(new PKIStatusInfo({ status: 2 }))
  const info = new TSTInfo({
    version: 1,
    policy,
    messageImprint: wrong === 'other_hash' ? await MessageImprint.create(sha256, new ArrayBuffer(3)) : asked,
    serialNumber: new Integer({ value: 1 }),
    genTime: new Date(),
    nonce: wrong === 'other_nonce' ? new Integer({ value: 7 }) : ask.nonce,
  })
  const { issuer, serialNumber } = signer.certificate
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: '1.2.840.113549.1.9.16.1.4',
      eContent: new OctetString({ valueHex: info.toSchema().toBER() }),
    }),
    signerInfos: [new SignerInfo({ version: 1, sid: new IssuerAndSerialNumber({ issuer, serialNumber }) })],
    certificates: [signer.certificate],
  })
  await signed.sign(signer.keys.privateKey, 0, sha256)
  const token = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) })
  return replyOf(new PKIStatusInfo({ status: 0 }), token)
}

function replyOf(status: PKIStatusInfo, timeStampToken?: ContentInfo): Uint8Array {
  const reply = new TimeStampResp({ status, ...(timeStampToken && { timeStampToken }) })
  return new Uint8Array(reply.toSchema().toBER())
}

/** Start it. */
export async function startAuthority(wrong: Wrong = 'nothing'): Promise<LocalAuthority> {
  const root = await makePair('Test Root', undefined, '')
  const purpose = wrong === 'other_purpose' ? '1.3.6.1.5.5.7.3.1' : '1.3.6.1.5.5.7.3.8'
  const signer = await makePair('Test Timestamps', root, purpose)
  const started = { asked: 0 }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      started.asked += 1
      if (wrong === 'fails') return void response.writeHead(500).end()
      if (wrong === 'redirects')
        return void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' })
      if (wrong === 'broken') return void response.end('no timestamp')
      if (wrong === 'too_long') return void response.end(Buffer.alloc(200_000))
      answer(Buffer.concat(parts), signer, wrong).then(
        (reply) => response.end(reply),
        (error: unknown) => response.destroy(error as Error),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(started, {
    url: new URL(`http://127.0.0.1:${port}/tsr`),
    rootsPem: pemOf(root.certificate),
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  })
}

function pemOf(certificate: Certificate): string {
  const base64 = Buffer.from(certificate.toSchema().toBER()).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
}
