/** The ports of the two sites and of the mail server, taken before there is anything to answer with. */
import type { RequestListener, Server } from 'node:http';
import { close, listen } from './loopback.ts';
import { listenForMail, type MailPort } from './mail/receiver.ts';

/** Servers that listen and say that they are not ready. */
export interface Ports {
  readonly operator: Server;
  readonly partner: Server;
  readonly mail: MailPort;
}

/**
 * Takes all ports or none; 0 or nothing is any that is free.
 *
 * @throws the system's error when one is taken
 */
export async function takePorts(wanted: { operatorPort?: number; partnerPort?: number; mailPort?: number } = {}): Promise<Ports> {
  const taken: Server[] = [];
  const take = async (port: number | undefined) => {
    const server = await listen(port);
    server.on('request', notReady);
    taken.push(server);
    return server;
  };
  try {
    return {
      operator: await take(wanted.operatorPort),
      partner: await take(wanted.partnerPort),
      mail: await listenForMail(wanted.mailPort),
    };
  } catch (error) {
    await Promise.all(taken.map(close));
    throw error;
  }
}

/** From now on, requests go to `listener`. */
export function answerWith(server: Server, listener: RequestListener): void {
  server.off('request', notReady);
  server.on('request', listener);
}

/** Gives the ports back once what is under way is answered. */
export async function giveBack({ operator, partner, mail }: Ports): Promise<void> {
  await Promise.all([close(operator), close(partner), mail.close()]);
}

/** Gives the sites' ports back at once, whatever is under way, and that for mail when its last client is gone. May follow {@link giveBack}. */
export function letGo({ operator, partner, mail }: Ports): void {
  void mail.close();
  for (const server of [operator, partner]) {
    server.close();
    server.closeAllConnections();
  }
}

const notReady: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Content-Type': 'text/plain', 'Retry-After': '1', Connection: 'close' }).end('The sandbox is starting.');
};
