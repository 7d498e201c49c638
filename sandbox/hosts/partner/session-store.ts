/** Who is signed in on the intranet. Kept in a file that only its owner may read, so that a restart signs nobody out. */
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/mini';
import { hashOf, secretId } from '../../sign-in/random.ts';

/** One signed-in browser. The refresh token never leaves this server. */
const session = z.object({
  personId: z.string(),
  name: z.string(),
  idToken: z.string(),
  refreshToken: z.string(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
});
export type PartnerSession = z.output<typeof session>;

const contents = z.record(z.string(), session);

/** The sessions of one intranet, by the hash of what the browser's cookie holds. One process at a time uses the file. */
export class SessionStore {
  readonly #file: string;
  readonly #sessions: Map<string, PartnerSession>;
  #writing = Promise.resolve();

  private constructor(file: string, sessions: Map<string, PartnerSession>) {
    this.#file = file;
    this.#sessions = sessions;
  }

  /** Reads the file. One that is not there, or cannot be understood, is an empty store: people sign in again. */
  static async open(file: string): Promise<SessionStore> {
    await mkdir(path.dirname(file), { recursive: true });
    const text = await readFile(file, 'utf8').catch(() => '{}');
    return new SessionStore(file, new Map(Object.entries(parse(text)).filter(([, { expiresAt }]) => expiresAt > Date.now())));
  }

  /** @returns what the cookie is to hold */
  async add(added: PartnerSession): Promise<string> {
    const secret = secretId();
    this.#sessions.set(hashOf(secret), added);
    await this.#save();
    return secret;
  }

  find(secret: string): PartnerSession | undefined {
    const found = this.#sessions.get(hashOf(secret));
    return found && found.expiresAt > Date.now() ? found : undefined;
  }

  /** Resolves when the new refresh token is safe on disk; the old one is worthless by then. */
  async renew(secret: string, refreshToken: string): Promise<void> {
    const found = this.#sessions.get(hashOf(secret));
    if (!found) return;
    this.#sessions.set(hashOf(secret), { ...found, refreshToken });
    await this.#save();
  }

  async remove(secret: string): Promise<void> {
    if (this.#sessions.delete(hashOf(secret))) await this.#save();
  }

  /** Writes aside and renames, one after the other: a crash leaves the old file or the new one, never half of one. */
  #save(): Promise<void> {
    const write = async () => {
      const aside = `${this.#file}.new`;
      await writeFile(aside, JSON.stringify(Object.fromEntries(this.#sessions)), { mode: 0o600 });
      await chmod(aside, 0o600);
      await rename(aside, this.#file);
    };
    this.#writing = this.#writing.then(write, write);
    return this.#writing;
  }
}

function parse(text: string): z.output<typeof contents> {
  try {
    return contents.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
