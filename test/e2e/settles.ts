import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is the expected one, for so many milliseconds at most; then says how it differs. */
export async function settles<Answer>(ask: () => Promise<Answer>, expected: Answer, milliseconds = 10_000): Promise<void> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    try {
      assert.deepEqual(answer, expected);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(20);
  }
}
