/** The conversation in its order: who, when, what, and the files (R4.1, SUP-5). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import type { CaseFiles } from './case-files.ts';
import type { CaseRoom } from './case-words.ts';
import type { CaseMessage } from './case.ts';
import { momentOf } from './table.ts';

/** `line` is the first message that the person had not seen; what is new stands below a line. */
export const talk = (
  room: CaseRoom,
  messages: readonly Read<CaseMessage>[],
  line: number | undefined,
  files: CaseFiles,
): TemplateResult => html`
  <ol class="talk" role="list">
    ${messages.map((message, index) => [
      index === line ? html`<li class="new-from" tabindex="-1"><span>${room.say('case.newFrom')}</span></li>` : nothing,
      messageOf(room, message, files),
    ])}
  </ol>
`;

/** Whoever wrote it: nobody's words or names reach what stands beside them (T12). */
const messageOf = (room: CaseRoom, message: Read<CaseMessage>, files: CaseFiles): TemplateResult => {
  const { say, text } = room;
  const ours = message.from !== 'operator';
  return html`<li class="message ${ours ? '' : 'theirs'}" data-message=${message.id}>
    <p class="said-by">
      ${
        message.mine
          ? html`<strong>${say('case.byYou')}</strong>`
          : html`${ours ? nothing : html`<span class="us">${say('case.byUs')}</span>`}<strong
                ><bdi>${message.author ?? say('state.unknown')}</bdi></strong
              >`
      }
      <span class="dim small">${momentOf(text, message.at)}</span>
    </p>
    <p class="said" dir="auto">${message.text ?? say('state.unknown')}</p>
    ${files.list(message.files ?? [])}
  </li>`;
};
