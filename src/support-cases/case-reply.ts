/** The reply that is being written: its text and files, sending it, and what has become of that (R4.5, SUP-2). */
import type { ReactiveController } from 'lit';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { watchDrafts } from '../ui/drafts.ts';
import { FormWatch } from '../ui/form-watch.ts';
import { Guard } from '../ui/guard.ts';
import { Later } from '../ui/later.ts';
import { LeaveQuestion } from '../ui/leave-question.ts';
import { Submission, type Sending } from '../ui/submission.ts';
import { sendReply } from './case-api.ts';
import type { CaseKey } from './case-messages.ts';
import type { CaseReply } from './case-request.ts';
import type { CaseRoom } from './case-words.ts';
import type { SupportCase } from './case.ts';
import { ReplyDrafts, type ReplyDraft } from './reply-draft.ts';
import { mostReply } from './reply-form.ts';
import type { Attachments, Attaching } from './room.ts';

export interface ReplyOptions {
  /** The case that is open, as far as it has come. */
  readonly found: () => Read<SupportCase> | undefined;
  readonly done: (answer: Read<SupportCase>) => void;
  /** Fetches what has changed meanwhile. */
  readonly reload: () => void;
}

interface Sent {
  readonly id: string;
  readonly reply: CaseReply;
}

export class Reply implements ReactiveController {
  /** Asked before what was written is lost, wherever the person is (R5.7). */
  readonly leaving: LeaveQuestion;
  readonly #room: CaseRoom;
  readonly #options: ReplyOptions;
  readonly #drafts = new ReplyDrafts();
  readonly #sending: Submission<Sent, Read<SupportCase>>;
  readonly #filesCode: Later<Attaching>;
  readonly #attachments = new Map<string, Attachments>();
  readonly #guard = new Guard(() => this.#mayLeave());
  #gone = new AbortController();
  #tell: ((key: string) => void) | undefined;
  /** What is wrong with the reply to a case. */
  #wrong: { readonly id: string; readonly key: CaseKey } | undefined;
  /** The case that was closed before the reply came. */
  #late: string | undefined;
  #sentTo: string | undefined;

  constructor(room: CaseRoom, options: ReplyOptions) {
    this.#room = room;
    this.#options = options;
    this.leaving = new LeaveQuestion(room, room.say);
    const { element, adopt, sender } = room;
    this.#sending = new Submission(element, {
      sender,
      send: ([client, company], { id, reply }, key, signal) => sendReply([client, company, id], reply, key, signal),
      onDone: (answer, { id }) => {
        this.#done(answer, id);
      },
      onProblem: this.#refused,
    });
    this.#filesCode = new Later<Attaching>(element, () => import('./files.ts'), adopt);
    new FormWatch(element, () => room.root.querySelector('.reply'));
    element.addController(this);
  }

  hostConnected(): void {
    this.#gone.abort();
    this.#gone = new AbortController();
    this.#tell = watchDrafts(this.#gone.signal, this.#heard);
  }

  hostDisconnected(): void {
    this.#gone.abort();
    this.#guard.at(undefined);
  }

  hostUpdate(): void {
    const { connection, sender, person } = this.#room;
    const company = sender()?.[1];
    if (person !== undefined && company !== undefined) this.#drafts.own(person, company, connection?.drafts);
    else if (!company) this.leaving.answer(false); // what is covered can ask nothing
    this.#guard.at(connection);
  }

  readonly content = (id: string): ReplyDraft => this.#drafts.content(id);

  get state(): Sending<Read<SupportCase>> {
    return this.#sending.state;
  }

  get isOpen(): boolean {
    return this.#sending.isOpen;
  }

  /** How the sending stands, where it concerns a case: what is not known yet concerns all. */
  stateOf(id: string): Sending<Read<SupportCase>> {
    return this.#sentTo === id || this.isOpen ? this.#sending.state : { status: 'ready' };
  }

  readonly isLate = (id: string): boolean => this.#late === id;

  readonly wrongWith = (id: string): CaseKey | undefined => (this.#wrong?.id === id ? this.#wrong.key : undefined);

  readonly check = (): void => {
    this.#sending.check();
  };

  readonly reload = (): void => {
    this.#sending.forget();
    this.#options.reload();
  };

  readonly typed = (id: string, text: string): void => {
    this.#drafts.change(id, { text });
    this.#renew();
  };

  /** The place for files, once the person has asked for one; until then there is a button that does. */
  readonly files = (id: string): unknown => {
    const { module, failed } = this.#filesCode;
    if (failed) return undefined;
    if (!this.#attachments.has(id) && (!module || !this.content(id).files.length)) {
      // A draft that was kept has files: they are shown as soon as the code is here.
      if (this.content(id).files.length) void this.#filesCode.load();
      return undefined;
    }
    return this.#attachmentsOf(id)?.render();
  };

  readonly attach = async (id: string, files: Iterable<File> = []): Promise<void> => {
    await this.#filesCode.load();
    const { element, root } = this.#room;
    const attachments = this.#attachmentsOf(id);
    if (!attachments) return;
    attachments.add(files);
    element.requestUpdate();
    await element.updateComplete;
    root.querySelector<HTMLElement>('#files')?.focus();
  };

  readonly submit = (id: string): void => {
    if (this.isOpen) return;
    const { text } = this.content(id);
    const attachments = this.#attachments.get(id);
    const wrong = !text.trim()
      ? 'reply.empty'
      : text.length > mostReply
        ? 'err.tooLong'
        : attachments?.isOpen()
          ? 'reply.filesOpen'
          : undefined;
    this.#wrong = wrong && { id, key: wrong };
    this.#late = undefined;
    if (wrong) {
      this.#complain(wrong);
      return;
    }
    this.#sentTo = id;
    const files = (attachments?.complete() ?? this.content(id).files).map((file) => file.id);
    this.#sending.submit({ id, reply: { text, files } }, this.#drafts.of(id)?.key);
  };

  readonly forget = (): void => {
    for (const attachments of this.#attachments.values()) attachments.forget();
    this.#attachments.clear();
    this.#drafts.forget();
    this.#wrong = this.#late = this.#sentTo = undefined;
    this.#sending.forget();
    this.leaving.answer(true);
  };

  readonly recover = (): void => {
    this.#sending.recover();
    for (const attachments of this.#attachments.values()) attachments.recover();
  };

  #attachmentsOf(id: string): Attachments | undefined {
    const { module } = this.#filesCode;
    let attachments = this.#attachments.get(id);
    if (attachments || !module) return attachments;
    attachments = module.attach(this.#room, {
      most: () => this.#options.found()?.filesLeft ?? 0,
      still: () => this.isOpen,
      changed: () => {
        const complete = this.#attachments.get(id)?.complete();
        if (
          complete &&
          complete.map((file) => file.id).join() !==
            this.content(id)
              .files.map((file) => file.id)
              .join()
        ) {
          this.#drafts.change(id, { files: [...complete] });
          this.#renew();
        }
      },
    });
    this.#attachments.set(id, attachments);
    const { files } = this.content(id);
    if (files.length) attachments.restore(files);
    return attachments;
  }

  /** What is written by now is another matter than what was sent. */
  #renew(): void {
    const { status } = this.#sending.state;
    if (status === 'failed' || status === 'done') this.#sending.forget();
    this.#wrong = undefined;
    this.#room.element.requestUpdate();
  }

  #done(answer: Read<SupportCase>, id: string): void {
    const { root, announce, say, element } = this.#room;
    const key = this.#drafts.of(id)?.key;
    if (key !== undefined) this.#tell?.(key);
    const here = root.querySelector('.reply :focus, .reply:focus-within');
    this.#end(id);
    this.#options.done(answer);
    announce(say('reply.sent'));
    if (here) void element.updateComplete.then(() => root.querySelector<HTMLElement>('#reply')?.focus());
  }

  #end(id: string): void {
    this.#drafts.drop(id);
    this.#attachments.get(id)?.clear();
    this.#attachments.delete(id);
    this.#wrong = this.#late = undefined;
  }

  /** Another tab with the same draft has sent it (F21); that it has is seen in what is fetched (T17). */
  readonly #heard = (key: string): void => {
    const id = this.#drafts.find(key);
    if (id === undefined || this.isOpen) return;
    this.#room.announce(this.#room.say('reply.elsewhere'));
    this.#options.reload();
  };

  readonly #refused = (problem: Problem): void => {
    const { kind, fields = [] } = problem;
    const id = this.#sentTo ?? '';
    if (kind === 'late') {
      // What was written stays there to be read and copied.
      this.#late = id;
      this.#sending.forget();
      this.#options.reload();
    } else if (kind === 'rejected')
      this.#explain(
        id,
        fields.map(({ pointer }) => pointer),
      );
    else this.#room.failed(problem);
  };

  #explain(id: string, pointers: readonly string[]): void {
    const complete = this.#attachments.get(id)?.complete() ?? [];
    const gone = pointers.flatMap((pointer) => complete[Number(/^\/files\/(\d+)$/.exec(pointer)?.[1])]?.id ?? []);
    const many = pointers.includes('/files');
    if (!gone.length && !many) return; // told as it is
    this.#sending.forget();
    this.#attachments.get(id)?.gone(gone);
    this.#wrong = { id, key: many ? 'reply.filesMany' : 'reply.filesOpen' };
    this.#complain(this.#wrong.key);
  }

  #complain(key: CaseKey): void {
    const { element, root, announce, say } = this.#room;
    announce(say(key, { field: say('reply.field'), n: mostReply }));
    element.requestUpdate();
    void element.updateComplete.then(() => root.querySelector<HTMLElement>('#reply')?.focus());
  }

  /** Where the host keeps what was written, nothing is lost. */
  #mayLeave(): Promise<boolean> {
    return this.isOpen || this.#drafts.atRisk ? this.leaving.ask() : Promise.resolve(true);
  }
}
