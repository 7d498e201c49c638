/** The step that asks for a SIM card or an eSIM. */
import { css } from 'lit';
import { choicesField } from '../ui/field.ts';
import { messages as choiceMessages } from './wizard-choice-messages.ts';
import type { Stage, Step } from './wizard-stage.ts';

export const messages = choiceMessages;
export const styles = css``;

export const open = (stage: Stage): Step => {
  const { room, change, errorOf } = stage;
  const { say } = room;
  return {
    render: () =>
      choicesField<'sim' | 'esim'>({
        id: 'sim',
        label: say('sim.kind'),
        error: errorOf('sim'),
        value: stage.content.sim || undefined,
        choices: [
          { value: 'sim', label: say('sim.card'), below: say('sim.cardInfo') },
          { value: 'esim', label: say('sim.esim'), below: say('sim.esimInfo') },
        ],
        chosen: (sim) => {
          change({ sim });
        },
      }),
    errors: () => (stage.content.sim ? [] : [{ id: 'sim', text: say('err.sim') }]),
  };
};
