/** The question before unfinished forms are given up by signing out (R5.7). Comes when it is asked. */
import type { TemplateResult } from 'lit';
import { dialogStyles, showDialogs } from '../ui/dialog.ts';
import { leaveQuestion } from '../ui/leave-question.ts';
import type { FrameHost } from './frame-host.ts';

export class Leaving {
  readonly styles = dialogStyles;
  #answer: ((leave: boolean) => void) | undefined;

  ask(): Promise<boolean> {
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  render({ say }: FrameHost): TemplateResult {
    return leaveQuestion(say, 2, (leave) => {
      this.#answer?.(leave);
    });
  }

  /** The question has been drawn. */
  shown(root: ParentNode): void {
    showDialogs(root);
  }
}
