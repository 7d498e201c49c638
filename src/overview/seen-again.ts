/** A first page is left standing for long: what it shows is asked for anew when somebody comes back to it. */
import type { ReactiveControllerHost } from 'lit';

/** Away for less than this, nothing is asked. Milliseconds. */
const aWhile = 60_000;

/** Calls `renew` each time the page is seen again after a while, as long as the host stands on it. */
export const whenBack = (host: ReactiveControllerHost, renew: () => void): void => {
  let left = Infinity;
  const look = () => {
    if (document.hidden) left = Date.now();
    else if (Date.now() - left > aWhile) renew();
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
