/** What is printed when everything stands. */
import type { SandboxDatabase } from './database/database.ts';
import type { Sandbox } from './servers.ts';
import { listSignIns } from './session/sign-in-check.ts';
import { sampleNotes } from './sign-in/people.ts';

/** Prints the addresses and the sample sign-ins. The last line says »Ready«. */
export async function announce(sandbox: Sandbox, database: SandboxDatabase, today: string): Promise<void> {
  const people = await listSignIns(database);
  const width = Math.max(...people.map(({ email }) => email.length));
  const lines = [
    '',
    `  Operator   ${sandbox.operator}/`,
    `             ${sandbox.operator}/erhverv/abonnementer`,
    `             ${sandbox.operator}/desk`,
    `  Partner    ${sandbox.partner}/`,
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
