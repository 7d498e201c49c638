/** What `npm start` can be told: by environment variables, and `--fresh`. */
import path from 'node:path';
import { readDay } from './clock.ts';

export interface Settings {
  readonly fresh: boolean;
  /** Where everything that is kept is kept. */
  readonly folder: string;
  /** A PostgreSQL server instead of the database in the folder. */
  readonly databaseUrl: string | undefined;
  readonly operatorPort: number;
  readonly partnerPort: number;
  /** Where mail to the sandbox's own mailbox comes in; 0 is any port that is free. */
  readonly mailPort: number;
  /** A mail server to send to instead of our own mailbox: `smtp:` or `smtps:`. */
  readonly smtp: string | undefined;
  /** Whether the operator has an address service. */
  readonly addressService: boolean;
  /** The business day to begin on or to go on to, `YYYY-MM-DD`; otherwise the one it is by now. */
  readonly today: string | undefined;
  /** How many users c7 gets when the data are made. */
  readonly users: number;
  /** The life of an access token, in seconds. */
  readonly tokenSeconds: number;
}

/**
 * Reads the settings. A variable that is empty counts as not set.
 *
 * @throws an Error with one sentence for the person who started it
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, words: readonly string[]): Settings {
  const stray = words.find((word) => word !== '--fresh');
  if (stray !== undefined) throw new Error(`${stray} is not understood. There is only --fresh, which begins with new data.`);
  const text = (name: string) => (environment[name] === '' ? undefined : environment[name]);
  const number = (name: string, otherwise: number, least: number, most: number) => {
    const value = text(name);
    const read = value === undefined ? otherwise : Number(value);
    if (Number.isInteger(read) && read >= least && read <= most) return read;
    throw new Error(`${name} must be a whole number from ${String(least)} to ${String(most)}, not ${String(value)}.`);
  };
  const day = text('SANDBOX_TODAY');
  const settings = {
    fresh: words.includes('--fresh'),
    folder: path.resolve(text('SANDBOX_DATA') ?? '.data'),
    databaseUrl: text('DATABASE_URL'),
    operatorPort: number('PORT', 4100, 0, 65_535),
    partnerPort: number('PARTNER_PORT', 4200, 0, 65_535),
    mailPort: number('MAIL_PORT', 0, 0, 65_535),
    smtp: mailServer(text('SMTP_URL')),
    addressService: isOn('SANDBOX_ADDRESSES', text('SANDBOX_ADDRESSES')),
    today: day === undefined ? undefined : readDay(day),
    users: number('SANDBOX_USERS', 2000, 0, 1_000_000),
    tokenSeconds: number('SANDBOX_TOKEN_SECONDS', 300, 1, 86_400),
  };
  const ports = [
    ['PORT', settings.operatorPort],
    ['PARTNER_PORT', settings.partnerPort],
    ['MAIL_PORT', settings.mailPort],
  ] as const;
  for (const [index, [name, port]] of ports.entries()) {
    const [other] = ports.slice(0, index).find(([, earlier]) => port !== 0 && earlier === port) ?? [];
    if (other !== undefined) throw new Error(`${other} and ${name} are both ${String(port)}; each needs its own.`);
  }
  return settings;
}

function mailServer(url: string | undefined): string | undefined {
  const known = url === undefined || (URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol) && new URL(url).hostname !== '');
  // Without the text itself: it may hold a password.
  if (!known) throw new Error('SMTP_URL must be the address of a mail server, smtp://host:port or smtps://host:port.');
  return url;
}

function isOn(name: string, value = 'on'): boolean {
  if (value !== 'on' && value !== 'off') throw new Error(`${name} must be on or off, not ${value}.`);
  return value === 'on';
}
