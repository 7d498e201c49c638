/** `npm run dev`: the host sites on the sandbox, the package rebuilt with every change, and the sandbox started again with its own. */
import { run } from './run.mjs';

const day = 24 * 60;
const node = process.execPath;
await run(['npm', 'run', '--silent', 'build'], { minutes: 5, show: true });
await Promise.race([
  run([node, 'node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'], {
    minutes: day,
    show: true,
  }),
  run([node, 'node_modules/vite/bin/vite.js', 'build', '--watch', '--logLevel', 'warn'], { minutes: day, show: true }),
  run([node, 'node_modules/tsx/dist/cli.mjs', 'watch', 'sandbox/start.ts'], { minutes: day, show: true }),
]);
process.kill(process.pid, 'SIGTERM'); // one of them ended: so do the others
