/** The receipt: the number of the case, and the ways on (R4.4). */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { checkIcon } from '../ui/icons.ts';
import { link } from '../ui/link.ts';
import type { SupportCase } from './case.ts';
import type { CreateRoom } from './create-stage.ts';

/** A case that has been created from here. */
export interface Created {
  /** The place whose form it was sent from. */
  readonly place: string;
  readonly supportCase: Read<SupportCase>;
}

export const receiptStyles = css`
  .created {
    max-inline-size: 560px;
    padding: 24px;
  }
  .created h3 {
    display: flex;
    gap: 10px;
    align-items: start;
  }
  .created h3:focus {
    outline: none;
  }
  .created h3 svg {
    color: var(--_success);
  }
  .created h3 ~ * {
    margin-block-start: 8px;
  }
  .created .subject {
    overflow-wrap: anywhere;
  }
  .created .actions {
    margin-block-start: 20px;
  }
  @container (max-width: 479px) {
    .created {
      padding: 16px;
    }
    .created .actions > * {
      flex: 1 1 100%;
    }
  }
`;

/** That it has been created, in one sentence with its number. */
export const createdWords = ({ say }: CreateRoom, { supportCase: { number } }: Created): string =>
  number === undefined ? say('created.unknown') : say('case.sent', { number });

export const receipt = (room: CreateRoom, created: Created): TemplateResult => {
  const { id, subject } = created.supportCase;
  return html`<section class="panel created">
    <h3 aria-level=${room.headingLevel + 1} tabindex="-1">${checkIcon}<span>${createdWords(room, created)}</span></h3>
    ${subject === undefined ? nothing : html`<p class="subject"><bdi>${subject}</bdi></p>`}
    <p class="dim">${room.say('created.more')}</p>
    <p class="actions">
      ${link(room, encodeURIComponent(id), room.say('created.see'), 'button primary')} ${link(room, '', room.say('created.list'), 'button')}
    </p>
  </section>`;
};
