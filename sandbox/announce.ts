/** What is printed when everything stands. */
import type { SandboxDatabase } from './database/database.ts';
import type { Sandbox } from './servers.ts';
import { listSignIns } from './session/sign-in-check.ts';
import { sampleNotes } from './sign-in/people.ts';

export interface Announced {
  readonly sandbox: Sandbox;
  readonly database: SandboxDatabase;
  readonly today: string;
  /** Where mail to the mailbox comes in. */
  readonly mailPort: number;
}

/** Prints the addresses and the sample sign-ins. The last line says »Ready«. */
export async function announce({ sandbox, database, today, mailPort }: Announced): Promise<void> {
  const people = await listSignIns(database);
  const width = Math.max(...people.map(({ email }) => email.length));
  const lines = [
    '',
    `  Operator   ${sandbox.operator}/`,
    `             ${sandbox.operator}/oversigt`,
    `             ${sandbox.operator}/erhverv/produkter`,
    `             ${sandbox.operator}/desk`,
    `  Partner    ${sandbox.partner}/`,
    `  Mailbox    ${sandbox.operator}/mail   (in by smtp://127.0.0.1:${String(mailPort)})`,
    `  API        ${sandbox.operator}/v1/openapi.json`,
    '',
    '  Sign in with the password demo as',
    ...people.map(({ key, email }) => `    ${email.padEnd(width)}  ${sampleNotes.get(key) ?? ''}`.trimEnd()),
    '',
    `  Business day ${today}. Data are kept between starts; npm start -- --fresh begins anew.`,
    '',
    'Ready. Ctrl-C stops.',
  ];
  console.log(lines.join('\n'));
}
