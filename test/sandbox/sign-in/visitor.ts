/** Somebody with a browser, as far as servers can tell: cookies by host and path, and one request after the other. */

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

export class Visitor {
  readonly #cookies = new Map<string, Cookie[]>();

  /** Sends one request and follows nothing. */
  async send(address: string | URL, options: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const headers = new Headers(options.headers);
    const cookies = this.#sentTo(url);
    if (cookies !== '') headers.set('cookie', cookies);
    const response = await fetch(url, { ...options, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(url, line);
    return response;
  }

  /** Sends a form of the page at the same origin. */
  submit(address: string | URL, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const { origin } = new URL(address);
    return this.send(address, { method: 'POST', headers: { origin, ...headers }, body: new URLSearchParams(fields) });
  }

  /** Follows redirects until there are no more, or until one leads where `stop` says. */
  async follow(
    address: string | URL,
    stop: (next: URL) => boolean = () => false,
  ): Promise<{ response: Response; at: URL; next: URL | undefined }> {
    let at = new URL(address);
    for (;;) {
      const response = await this.send(at);
      const location = response.headers.get('location');
      const next = location === null ? undefined : new URL(location, at);
      if (!next || stop(next)) return { response, at, next };
      await response.body?.cancel();
      at = next;
    }
  }

  /** The value of a cookie for a host, by its name. */
  cookie(address: string, name: string): string | undefined {
    return this.#cookies.get(new URL(address).hostname)?.find((cookie) => cookie.name === name)?.value;
  }

  #sentTo(url: URL): string {
    const cookies = this.#cookies.get(url.hostname) ?? [];
    const sent = cookies.filter(({ path }) => url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`));
    return sent.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  #keep(url: URL, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const attribute = (wanted: string) => attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const path = attribute('path') ?? '/';
    const others = (this.#cookies.get(url.hostname) ?? []).filter((cookie) => cookie.name !== name || cookie.path !== path);
    const gone = attribute('max-age') === '0' || Date.parse(attribute('expires') ?? '9999-01-01') < Date.now();
    this.#cookies.set(url.hostname, gone ? others : [...others, { name, value, path }]);
  }
}
