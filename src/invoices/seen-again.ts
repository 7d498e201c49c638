/** What is on screen may be old when a page is seen again: then it is asked for anew. */
import type { ReactiveControllerHost } from 'lit';

/** Calls `renew` each time the page comes back to sight, as long as the host stands on it. */
export const whenSeenAgain = (host: ReactiveControllerHost, renew: () => void): void => {
  const look = () => {
    if (!document.hidden) renew();
  };
  host.addController({
    hostConnected: () => {
      document.addEventListener('visibilitychange', look);
    },
    hostDisconnected: () => {
      document.removeEventListener('visibilitychange', look);
    },
  });
};
