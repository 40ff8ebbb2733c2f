/**
 * Certificates (RFC 5280) for sandboxes that ask for mutual TLS, made when the sandbox starts: no key is ever stored or
 * committed. P-256, because NHS England and DWP both accept it and it takes a millisecond to make.
 */
import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import {
  bitString,
  boolean,
  explicitly,
  implicitly,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  utcTime,
  utf8String,
} from './der.js';

/** A certificate and its private key (PKCS #8), both PEM. */
export interface IssuedCertificate {
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority that lives as long as its sandbox. */
export interface CertificateAuthority {
  /** The authority's own certificate, PEM: what both sides trust. */
  readonly cert: string;
  /** For a server on this machine: `localhost` and `127.0.0.1` unless other names are given. */
  issueServer(names?: readonly string[]): IssuedCertificate;
  /** For a client; the common name is what the server may read. */
  issueClient(commonName: string): IssuedCertificate;
}

/** Makes a new authority. Certificates of two authorities do not verify under each other. */
export function createAuthority(commonName = 'Sandbox authority'): CertificateAuthority {
  const authority = newKeys();
  const issue = (subject: string, publicKey: KeyObject, extensions: readonly Buffer[]): string =>
    pem(certificate({ subject, publicKey, issuer: commonName, signingKey: authority.privateKey, extensions }));
  const issueLeaf = (subject: string, usage: string, names: readonly string[]): IssuedCertificate => {
    const { publicKey, privateKey } = newKeys();
    const extensions = [
      extension('2.5.29.19', true, sequence()),
      extension('2.5.29.15', true, bitString(Buffer.from([0x80]), 7)),
      extension('2.5.29.37', false, sequence(objectIdentifier(usage))),
      extension('2.5.29.17', false, sequence(...names.map(alternativeName))),
    ];
    return {
      cert: issue(subject, publicKey, extensions),
      key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    };
  };
  return {
    cert: issue(commonName, authority.publicKey, [
      extension('2.5.29.19', true, sequence(boolean(true))),
      extension('2.5.29.15', true, bitString(Buffer.from([0x06]), 1)),
    ]),
    issueServer: (names = ['localhost', '127.0.0.1']) => issueLeaf(names[0] ?? 'localhost', '1.3.6.1.5.5.7.3.1', names),
    issueClient: (client) => issueLeaf(client, '1.3.6.1.5.5.7.3.2', [client]),
  };
}

const newKeys = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

interface Contents {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signingKey: KeyObject;
  readonly extensions: readonly Buffer[];
}

const dayMs = 86_400_000;

/** Valid from yesterday, so that a clock that is a little off does not matter, for a year. */
function certificate(contents: Contents): Buffer {
  const ecdsaWithSha256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
  const version3 = explicitly(0, integer(Buffer.from([2])));
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(15)]);
  const toSign = sequence(
    version3,
    integer(serial),
    ecdsaWithSha256,
    name(contents.issuer),
    sequence(utcTime(new Date(Date.now() - dayMs)), utcTime(new Date(Date.now() + 365 * dayMs))),
    name(contents.subject),
    contents.publicKey.export({ type: 'spki', format: 'der' }),
    explicitly(3, sequence(...contents.extensions)),
  );
  return sequence(toSign, ecdsaWithSha256, bitString(sign('sha256', toSign, contents.signingKey)));
}

const name = (commonName: string): Buffer =>
  sequence(set(sequence(objectIdentifier('2.5.4.3'), utf8String(commonName))));

const extension = (oid: string, critical: boolean, value: Buffer): Buffer =>
  sequence(objectIdentifier(oid), ...(critical ? [boolean(true)] : []), octetString(value));

const alternativeName = (value: string): Buffer =>
  isIP(value) === 4
    ? implicitly(7, Buffer.from(value.split('.').map(Number)))
    : implicitly(2, Buffer.from(value, 'ascii'));

const pem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
