/** The form of a reply as it stands below the conversation. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Read } from '../api/read.ts';
import { describedBy, field } from '../ui/field.ts';
import { networkNotice } from '../ui/form-watch.ts';
import { link } from '../ui/link.ts';
import { sendingNotice, submitButton } from '../ui/sending.ts';
import type { Reply } from './case-reply.ts';
import type { CaseRoom } from './case-words.ts';
import type { SupportCase } from './case.ts';

/** The longest reply that the contract takes. */
export const mostReply = 10_000;
/** So many characters before the end it is told how many are left. */
const nearEnd = 500;

/** What can be said to a case; `beside` stands with the button that sends. */
export const replyPlace = (room: CaseRoom, found: Read<SupportCase>, reply: Reply, beside: unknown): unknown => {
  const { say, mayChange } = room;
  const closed = found.state === 'closed';
  if (!mayChange) return html`<p class="dim">${say('case.mayNot')}</p>`;
  if (closed) return html`${reply.content(found.id).text ? kept(room, found.id, reply) : nothing}${closedHint(room, found.id)}`;
  return found.may?.reply === false ? nothing : form(room, found, reply, beside);
};

const closedHint = (room: CaseRoom, id: string): TemplateResult =>
  html`<div class="panel notice closed">
    <p>${room.say('case.closedHint')}</p>
    <p class="actions">${link(room, `new/${encodeURIComponent(id)}`, room.say('act.createCase'), 'button')}</p>
  </div>`;

/** What was written to a case that has been closed: it can be read and copied. */
const kept = ({ say }: CaseRoom, id: string, reply: Reply): TemplateResult =>
  html`<div class="reply">
    <div role="alert">${reply.isLate(id) ? html`<p class="strip">${say('reply.late')}</p>` : nothing}</div>
    ${field(
      { id: 'reply', label: say('reply.kept') },
      html`<textarea id="reply" rows="3" dir="auto" readonly .value=${reply.content(id).text}></textarea>`,
    )}
  </div>`;

const form = (room: CaseRoom, found: Read<SupportCase>, reply: Reply, beside: unknown): TemplateResult => {
  const { say, text } = room;
  const { id, state } = found;
  const content = reply.content(id);
  const sending = reply.stateOf(id);
  const busy = sending.status === 'sending' || sending.status === 'waiting';
  const unsure = sending.status === 'unsure';
  const wrong = reply.wrongWith(id);
  const left = mostReply - content.text.length;
  const counted = left <= nearEnd;
  const parts = {
    ...{ id: 'reply', label: say('case.reply') },
    help: state === 'resolved' ? say('case.reopenHint') : undefined,
    error: wrong && say(wrong, { field: say('reply.field'), n: mostReply }),
  };
  const files = reply.files(id);
  const told = [describedBy(parts), counted && 'reply-left'].filter(Boolean).join(' ');
  return html`<form
    class="reply"
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      reply.submit(id);
    }}
    @dragover=${(event: DragEvent) => {
      // Let go of beside the place for files, they would take the place of the page.
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    }}
    @drop=${(event: DragEvent) => {
      const dropped = event.dataTransfer?.files;
      if (event.defaultPrevented || !dropped?.length) return;
      event.preventDefault();
      if (!reply.isOpen) void reply.attach(id, [...dropped]);
    }}
  >
    <div class="fields" ?inert=${busy || unsure}>
      ${field(
        parts,
        html`<textarea
            id="reply"
            rows="3"
            dir="auto"
            aria-invalid=${wrong ? 'true' : 'false'}
            aria-describedby=${ifDefined(told || undefined)}
            .value=${content.text}
            @input=${({ target }: Event) => {
              reply.typed(id, (target as HTMLTextAreaElement).value);
            }}
            @paste=${(event: ClipboardEvent) => {
              const pasted = event.clipboardData?.files;
              if (!pasted?.length) return;
              event.preventDefault();
              void reply.attach(id, [...pasted]);
            }}
          ></textarea>
          ${
            counted
              ? html`<p class="small ${left < 0 ? 'over' : 'dim'}" id="reply-left">
                  ${say(left < 0 ? 'reply.over' : 'a11y.charsLeft', { n: Math.abs(left) })}
                </p>`
              : nothing
          }`,
      )}
      ${files ?? nothing}
    </div>
    ${networkNotice(say, sending)}
    ${sendingNotice({ say, language: text.language }, sending, {
      notDone: say('reply.notSent'),
      check: reply.check,
      retry: () => {
        reply.submit(id);
      },
      reload: reply.reload,
    })}
    <div class="actions">
      ${unsure ? nothing : submitButton({ label: say('case.sendReply'), busyLabel: say('state.sending'), busy })}
      ${
        files === undefined && !unsure && (found.filesLeft ?? 0) > 0
          ? html`<button
              type="button"
              aria-disabled=${busy ? 'true' : 'false'}
              @click=${() => {
                if (!busy) void reply.attach(id);
              }}
            >
              ${say('act.attach')}
            </button>`
          : nothing
      }
      ${beside}
    </div>
  </form>`;
};
