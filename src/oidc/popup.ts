/** The window in which somebody signs in while the page behind it stays as it is (F15). */

const kind = 'selvbetjening-sign-in';
/** A window tells nobody that it has been closed, so it is looked at this often. Milliseconds. */
const lookEvery = 300;
/** A window that has handed its answer over is closed within this. Milliseconds. */
const patience = 5_000;

/** Pixels. */
const width = 480;
const height = 720;

export class Popup {
  readonly #window: Window;

  private constructor(opened: Window) {
    this.#window = opened;
  }

  /** Opens it, still empty: a browser allows that only at once after the person has pressed something. `undefined` when it does not. */
  static open(): Popup | undefined {
    const left = Math.max(0, window.screenX + (window.outerWidth - width) / 2);
    const top = Math.max(0, window.screenY + (window.outerHeight - height) / 2);
    const opened = window.open('', '', `popup,width=${String(width)},height=${String(height)},left=${String(left)},top=${String(top)}`);
    return opened && !opened.closed ? new Popup(opened) : undefined;
  }

  get isClosed(): boolean {
    return this.#window.closed;
  }

  /** Brings it back to the front. */
  show(): void {
    this.#window.focus();
  }

  close(): void {
    this.#window.close();
  }

  /** Leads it to the provider. */
  leadTo(address: URL): void {
    this.#window.location.replace(address);
  }

  /** The address it came back to, which has been judged by nothing but where it comes from (T17); `undefined` when the person closes the window. */
  answer(): Promise<URL | undefined> {
    return new Promise((resolve) => {
      const done = new AbortController();
      const end = (address?: URL) => {
        done.abort();
        clearInterval(looking);
        resolve(address);
      };
      let wasClosed = false;
      const looking = setInterval(() => {
        // What it has said may still be on its way when it is gone.
        if (wasClosed) end();
        wasClosed = this.#window.closed;
      }, lookEvery);
      window.addEventListener(
        'message',
        ({ origin, source, data }: MessageEvent<unknown>) => {
          if (origin !== window.origin || source !== this.#window) return;
          const address = typeof data === 'object' && data !== null && kind in data ? data[kind] : undefined;
          const url = typeof address === 'string' ? URL.parse(address) : null;
          if (url?.origin === window.origin) end(url);
        },
        { signal: done.signal },
      );
    });
  }
}

/**
 * In such a window: hands the address over to the page that has opened it, which closes the window. Tells that nobody has, when this is no
 * such window after all.
 */
export const handOver = async (address: URL): Promise<void> => {
  const opener = window.opener as Window | null;
  try {
    if (opener?.origin !== window.origin) return;
  } catch {
    return; // a page of another site has opened this one
  }
  opener.postMessage({ [kind]: address.href }, window.origin);
  await new Promise((resolve) => setTimeout(resolve, patience));
};
