// A thread does not inherit from the process that it can read TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
