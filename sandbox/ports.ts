/** The two sites' ports, taken before there is anything to answer with. */
import type { RequestListener, Server } from 'node:http';
import { close, listen } from './loopback.ts';

/** Two servers that listen and say that they are not ready. */
export interface Ports {
  readonly operator: Server;
  readonly partner: Server;
}

/**
 * Takes both ports or none; 0 or nothing is any that is free.
 *
 * @throws the system's error when one is taken
 */
export async function takePorts(wanted: { operatorPort?: number; partnerPort?: number } = {}): Promise<Ports> {
  const operator = await listen(wanted.operatorPort);
  const partner = await listen(wanted.partnerPort).catch(async (error: unknown) => {
    await close(operator);
    throw error;
  });
  for (const server of [operator, partner]) server.on('request', notReady);
  return { operator, partner };
}

/** From now on, requests go to `listener`. */
export function answerWith(server: Server, listener: RequestListener): void {
  server.off('request', notReady);
  server.on('request', listener);
}

/** Gives both ports back once what is under way is answered. */
export async function giveBack({ operator, partner }: Ports): Promise<void> {
  await Promise.all([close(operator), close(partner)]);
}

/** Gives both ports back at once, whatever is under way. May follow {@link giveBack}. */
export function letGo({ operator, partner }: Ports): void {
  for (const server of [operator, partner]) {
    server.close();
    server.closeAllConnections();
  }
}

const notReady: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Content-Type': 'text/plain', 'Retry-After': '1', Connection: 'close' }).end('The sandbox is starting.');
};
