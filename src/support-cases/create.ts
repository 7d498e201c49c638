/** The form for a new support case (R4.3, R4.4, R4.5). It comes when it is opened. */
import { html, nothing, type ReactiveController } from 'lit';
import { caseAboutKind, type CaseAboutKind } from '../api/case.ts';
import type { SupportTopic } from '../api/support-topic.ts';
import type { Area } from '../session/session.ts';
import { watchDrafts } from '../ui/drafts.ts';
import { errorOf } from '../ui/field.ts';
import { Guard } from '../ui/guard.ts';
import { Later } from '../ui/later.ts';
import { link } from '../ui/link.ts';
import { problemNotice } from '../ui/show.ts';
import { mostFiles } from './case-file.ts';
import type * as AboutCode from './create-about.ts';
import { beginningWith, CaseDrafts, emptyDraft, type CaseDraft } from './create-draft.ts';
import { messages as words } from './create-messages.ts';
import type * as SendingCode from './create-sending.ts';
import type { CreateRoom, CreateStage } from './create-stage.ts';
import { createView, viewStyles } from './create-view.ts';
import type * as FilesCode from './files.ts';
import type { Attachments, Behind, CasesRoom } from './room.ts';

export const messages = words;
export const styles = viewStyles;

export const open = (room: CasesRoom): Behind => new CreateForm(room as CreateRoom); // its words have been learnt when this is made

/** Where the things are that a case can be about. */
const areas: Readonly<Record<CaseAboutKind, readonly Area[]>> = {
  user: ['subscriptions'],
  order: ['products', 'subscriptions'],
  invoice: ['invoices'],
};

class CreateForm implements Behind, CreateStage, ReactiveController {
  readonly room: CreateRoom;
  readonly #drafts = new CaseDrafts();
  /** Choosing what it is about. */
  readonly #aboutCode: Later<typeof AboutCode>;
  #about: AboutCode.About | undefined;
  readonly #filesCode: Later<typeof FilesCode>;
  #attachments: Attachments | undefined;
  /** The place whose files are there. */
  #filesOf: string | undefined;
  /** Sending, and what becomes of it. */
  readonly #sendingCode: Later<typeof SendingCode>;
  #sending: SendingCode.CreateSending | undefined;
  readonly #guard = new Guard(() => this.#mayLeave());
  #gone = new AbortController();
  /** What stands there is to be sent as soon as the code for that is there; not what is written after that. */
  #pressed = false;
  #tell: ((key: string) => void) | undefined;
  #place: string | undefined;
  /** What led to a form that has been sent leads to no other. */
  #used: SupportTopic | undefined;
  /** What leads to something that is gone. */
  #lost: SupportTopic | undefined;

  constructor(room: CreateRoom) {
    this.room = room;
    const { element, adopt } = room;
    this.#aboutCode = new Later(
      element,
      () => import('./create-about.ts'),
      async (module: typeof AboutCode) => {
        await adopt(module);
        this.#about = new module.About(this);
      },
    );
    this.#filesCode = new Later(
      element,
      () => import('./files.ts'),
      async (module: typeof FilesCode) => {
        await adopt(module);
        this.#attachments = module.attach(room, { most: () => mostFiles, still: () => this.#isLocked, changed: this.#filesChanged });
        this.#restoreFiles();
      },
    );
    this.#sendingCode = new Later(
      element,
      () => import('./create-sending.ts'),
      async (module: typeof SendingCode) => {
        await adopt(module);
        this.#sending = new module.CreateSending(this);
      },
    );
    element.addController(this);
  }

  readonly head = () => {
    const { say, known, company } = this.room;
    const number = this.#place ? (known(this.#place)?.number ?? this.#about?.followed) : undefined;
    if (this.#place && number === undefined && !this.#aboutCode.failed) void this.#aboutCode.load();
    const follows = number === undefined ? say('create.followsUnknown') : say('create.follows', { number });
    return { name: say('act.createCase'), under: this.#place ? follows : company };
  };

  readonly render = (): unknown => {
    const { room } = this;
    if (!room.mayChange) return html`<p>${room.say('create.mayNot')} ${room.say('acc.why')}</p>`;
    return this.#sending?.receipt() ?? this.#form();
  };

  readonly above = (): unknown => this.#sending?.leaving.render() ?? nothing;

  readonly inList = (): unknown => {
    const { room } = this;
    if (!room.mayChange || this.#place !== undefined) return nothing;
    this.#drafts.of(''); // one may have been kept
    const [place] = this.#drafts.begun;
    return (
      this.#sending?.strip() ??
      (place === undefined
        ? nothing
        : html`<div class="strip no-print">
            <span>${room.say('create.begun')}</span>
            ${link(room, place ? `new/${encodeURIComponent(place)}` : 'new', room.say('create.goOn'), 'button')}
          </div>`)
    );
  };

  readonly forget = (): void => {
    this.#drafts.forget();
    this.#sending?.forget();
    this.#sending?.leaving.answer(true);
    this.#attachments?.forget();
    this.#filesOf = undefined;
    this.#used = undefined;
    this.#enter(undefined);
  };

  readonly recover = (): void => {
    this.#about?.recover();
    this.#attachments?.recover();
    this.#sending?.recover();
  };

  readonly renew = (): void => {};

  get place(): string | undefined {
    return this.#place;
  }

  get content(): CaseDraft {
    const draft = this.#place === undefined ? undefined : this.#drafts.of(this.#place);
    return draft?.content ?? beginningWith(emptyDraft, this.#topic);
  }

  get attachments(): Attachments | undefined {
    return this.#attachments;
  }

  readonly keyOf = (place: string): string | undefined => this.#drafts.of(place)?.key;

  readonly errorOf = (id: string): string | undefined => this.#sending?.checking.told.textOf(id);

  readonly change = (part: Partial<CaseDraft>): void => {
    if (this.#place === undefined || this.#isLocked) return; // what is being sent stays as it is
    this.#pressed = false;
    this.#drafts.keep(this.#place, { ...this.content, ...part });
    this.#sending?.checking.change(part);
    this.#sending?.renew();
    void this.#sendingCode.load();
    this.room.element.requestUpdate();
  };

  readonly aboutGone = (): void => {
    this.#lost = this.room.topic();
    if (this.#place !== undefined && this.#drafts.of(this.#place)) this.change({ about: null });
    this.room.element.requestUpdate();
  };

  readonly left = (id: string): void => {
    this.#sending?.checking.left(id);
  };

  readonly end = (place: string): void => {
    this.#drafts.end(place);
    if (place === this.#filesOf) this.#attachments?.clear();
    if (!place) this.#used = this.room.topic();
    if (place === this.#place) this.#clear();
    this.room.element.requestUpdate();
  };

  readonly sent = (place: string): void => {
    const key = this.keyOf(place);
    this.end(place);
    if (key !== undefined) this.#tell?.(key);
  };

  readonly submit = (): void => {
    this.#pressed = true;
    void this.#sendingCode.load().then(() => {
      if (this.#pressed) this.#sending?.submit();
    });
  };

  hostConnected(): void {
    this.#gone = new AbortController();
    this.#tell = watchDrafts(this.#gone.signal, (key) => {
      if (!this.#drafts.begun.some((place) => this.keyOf(place) === key)) return;
      void this.#sendingCode.load().then(() => {
        this.#sending?.heard(key);
      });
    });
  }

  hostDisconnected(): void {
    this.#gone.abort();
    this.#guard.at(undefined);
    this.#sending?.leaving.answer(true);
  }

  hostUpdate(): void {
    const { connection, person, sender, mayChange } = this.room;
    this.#guard.at(connection);
    const company = sender()?.[1];
    // What is covered can ask nothing.
    if (company === undefined) this.#sending?.leaving.answer(false);
    if (person === undefined || company === undefined) return;
    this.#drafts.own(person, company, connection?.drafts);
    const place = mayChange ? this.#wanted : undefined;
    if (place !== this.#place) this.#enter(place);
  }

  hostUpdated(): void {
    const { open } = this.#sending ?? {};
    // One case at a time: another form waits until it is known what became of it.
    if (open !== undefined && this.#place !== undefined && open !== this.#place)
      void this.room.element.updateComplete.then(() => {
        this.room.navigate(open ? `new/${encodeURIComponent(open)}` : 'new', true);
      });
  }

  /** The place of the form that the element shows. */
  get #wanted(): string | undefined {
    const { element, param } = this.room;
    if (element.route === 'new') return '';
    return element.route.startsWith('new/') ? param('case') : undefined;
  }

  /** What led here, as far as the person may see it. */
  get #topic(): SupportTopic {
    const topic = this.room.topic();
    if (this.#place !== '' || topic === this.#used) return {};
    return topic.about && (topic === this.#lost || !this.#mayChoose(topic.about.kind)) ? { ...topic, about: undefined } : topic;
  }

  readonly #mayChoose = (kind: CaseAboutKind): boolean => areas[kind].some(this.room.mayRead);

  get #isLocked(): boolean {
    return this.#sending?.open !== undefined;
  }

  #enter(place: string | undefined): void {
    this.#place = place;
    this.#sending?.leave();
    this.#clear();
    if (place === undefined) return;
    const draft = this.#drafts.of(place);
    if (draft) this.#drafts.keep(place, beginningWith(draft.content, this.#topic));
    this.#restoreFiles();
  }

  /** Nothing of what was written is left but what the draft holds. */
  #clear(): void {
    this.#sending?.checking.forget();
    this.#about?.forget();
  }

  /** Those of the place in sight; what is on its way for it goes on. */
  #restoreFiles(): void {
    if (!this.#attachments || this.#place === undefined || this.#filesOf === this.#place) return;
    this.#filesOf = this.#place;
    this.#attachments.restore(this.content.files);
  }

  readonly #filesChanged = (): void => {
    const place = this.#filesOf;
    const files = this.#attachments?.complete() ?? [];
    if (place === undefined || this.#isLocked) return;
    const before = this.#drafts.of(place)?.content ?? (place === this.#place ? this.content : emptyDraft);
    const ids = (of: CaseDraft['files']) => of.map(({ id }) => id).join();
    if (ids(before.files) === ids([...files])) return;
    this.#drafts.keep(place, { ...before, files: [...files] });
    if (place === this.#place) this.#sending?.renew();
    void this.#sendingCode.load();
  };

  #form(): unknown {
    const { room } = this;
    const sending = this.#sending;
    const files = { id: 'files', label: '', error: this.errorOf('files') };
    return createView(this, {
      ...{ told: sending?.checking.told, locked: this.#isLocked, news: sending?.news() ?? nothing },
      kinds: caseAboutKind.options.filter(this.#mayChoose),
      about: this.content.aboutKind ? this.#part(this.#aboutCode, () => this.#about?.render()) : nothing,
      files: this.#part(this.#filesCode, () => html`<div class="form-field">${this.#attachments?.render()} ${errorOf(files)}</div>`),
      notice: sending?.notice() ?? (this.#sendingCode.failed ? problemNotice(room, { kind: 'unreachable' }, this.submit) : nothing),
      action: sending?.action() ?? html`<button class="primary">${room.say('act.createCase')}</button>`,
    });
  }

  /** A part of the form, as soon as its code is there. */
  #part(code: Later<typeof AboutCode> | Later<typeof FilesCode>, render: () => unknown): unknown {
    if (code.module) return render();
    if (!code.failed) void code.load();
    return code.failed ? problemNotice(this.room, { kind: 'unreachable' }, () => void code.load()) : html`<span class="bone"></span>`;
  }

  /** Where the host keeps what was written, nothing is lost but files that are not there yet. */
  async #mayLeave(): Promise<boolean> {
    const kept = this.#drafts.lasting && !this.#attachments?.isOpen();
    const begun = this.#drafts.begun.length > 0 || this.#attachments?.isOpen();
    if (!this.#isLocked && (kept || !begun)) return true;
    await this.#sendingCode.load();
    return this.#sending?.leaving.ask() ?? false;
  }
}
