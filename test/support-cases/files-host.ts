/** Stands in for an element in which somebody writes a message with files. */
import { html } from 'lit';
import type { Problem } from '../../src/api/problem.ts';
import type { PageConnection } from '../../src/session/connect.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import type * as FilesCode from '../../src/support-cases/files.ts';
import type { Attachments, CasesRoom } from '../../src/support-cases/room.ts';
import { AreaWidget } from '../../src/ui/area-widget.ts';
import { danish as forms } from '../../src/ui/form-messages.ts';
import { Later } from '../../src/ui/later.ts';
import { danish as common, type MessageKey } from '../../src/ui/messages.ts';
import { placeStyles } from '../../src/ui/place-head.ts';
import { styles as look } from '../../src/ui/styles.ts';
import { Text } from '../../src/ui/text.ts';
import { Views } from '../../src/ui/views.ts';
import type { Fault } from '../faults.ts';
import { fixture, signIn, until } from '../helpers.ts';
import { counting, type Counting } from '../recorder.ts';
import { ask, person } from '../subscriptions/profiles.ts';
import { all, plain, textOf } from '../subscriptions/screen.ts';

const words = { ...common, ...forms };

export class FilesHost extends AreaWidget<MessageKey> {
  static override styles = [look, placeStyles];
  override readonly text = new Text<MessageKey>(this, { da: words, en: async () => (await import('../../src/ui/messages.en.ts')).english });
  attachments: Attachments | undefined;
  /** What it belongs to is on its way. */
  still = false;
  most = 20;
  protected override readonly area = 'cases';
  protected override readonly views = new Views(this, [{ path: '', render: () => this.attachments?.render() }], () => '');
  readonly problems: Problem[] = [];
  readonly #code = new Later<typeof FilesCode>(
    this,
    () => import('../../src/support-cases/files.ts'),
    async (module) => {
      await this.adopt(module);
      const room = this.room({
        failed: (problem: Problem) => {
          this.problems.push(problem);
        },
      });
      // The files ask their room for nothing else.
      this.attachments = module.attach(room as unknown as CasesRoom, {
        most: () => this.most,
        still: () => this.still,
        changed: () => {},
      });
    },
  );

  protected override view(): unknown {
    void this.#code.load();
    return html`<h2 tabindex="-1">Svar</h2>
      ${this.views.outlet()}`;
  }

  protected override bones(): unknown {
    return '';
  }

  protected override noAccess(): unknown {
    return '';
  }

  protected override forget(): void {
    this.attachments?.forget();
  }

  protected override recover(): void {
    this.attachments?.recover();
  }

  protected override arrive(): void {
    // There is one place only.
  }
}
customElements.define('files-host', FilesHost);

export interface Stage extends Counting {
  readonly element: FilesHost;
  readonly attachments: Attachments;
  readonly company: string;
  readonly connection: PageConnection;
}

/** The files of each test file lie in companies of its own: a person can have forty lying about in each. */
export const companyAt = async (offset: number): Promise<string> => {
  const { items } = await ask<{ items: { id: string }[] }>(`companies?offset=${String(offset)}&limit=1`);
  const [found] = items;
  if (!found) throw new Error('There is no such company.');
  return found.id;
};

export const openFiles = async (offset: number, fault: Fault = (inner) => inner, options: Partial<ConnectOptions> = {}): Promise<Stage> => {
  const company = await companyAt(offset);
  const watched = counting(fault(fetch));
  const connection = signIn(person, { company, fetch: watched.fetch, ...options });
  const element = await fixture<FilesHost>(html`<files-host></files-host>`);
  await until(() => all(element, '.drop').length, `the files; it reads: ${textOf(element)}`);
  const { attachments } = element;
  if (!attachments) throw new Error('There are no attachments.');
  return { ...watched, element, attachments, company, connection };
};

/** A text file of so many bytes. */
export const textFile = (name: string, size = 1_000, lastModified = 1): File => new File(['a'.repeat(size)], name, { lastModified });

/** Chooses files as the browser's own window for it does. */
export const choose = (element: Element, ...files: File[]): void => {
  const [input] = all<HTMLInputElement>(element, '#files');
  if (!input) throw new Error(`There is no place for files in: ${textOf(element)}`);
  input.files = holding(files).files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

/** What is dragged or pasted. */
export const holding = (files: readonly File[]): DataTransfer => {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
};

/** The files in the list, each as its words. */
export const listed = (element: Element): string[] => all(element, '.file').map(({ innerText }) => plain(innerText));

/** Waits until a file's row holds these words. */
export const rowReads = (element: Element, name: string, expected: string, milliseconds = 8000): Promise<boolean> =>
  until(() => listed(element).some((row) => row.includes(name) && row.includes(expected)), `${name}: ${expected}`, milliseconds).catch(
    (error: unknown) => {
      throw new Error(`${String(error)}. It reads: ${textOf(element)}`, { cause: error });
    },
  );
