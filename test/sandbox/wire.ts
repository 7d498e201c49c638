/** A way to a database server of this machine that can be cut and mended. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Wire {
  /** The server's address through the wire. */
  readonly url: string;
  /** Breaks what is connected, and whatever connects from now on. */
  cut(): void;
  mend(): void;
  close(): void;
}

/** Lays a wire to the server at an address. */
export async function openWire(serverUrl: string): Promise<Wire> {
  const url = new URL(serverUrl);
  const [host, to] = [url.hostname, Number(url.port || '5432')];
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(to, host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  [url.hostname, url.port] = ['127.0.0.1', String((server.address() as AddressInfo).port)];
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    cut() {
      isCut = true;
      drop();
    },
    mend() {
      isCut = false;
    },
    close() {
      server.close();
      drop();
    },
  };
}
