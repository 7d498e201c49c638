/** Listening on this machine alone. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes a port; 0 is any that is free. On loopback only: the sandbox's passwords are known to everybody. */
export function listen(port = 0): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

/** Lets requests that are under way finish, and ends connections that only wait for the next one. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** The port that was taken. */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port;
