/** The one place of this room where the page's address is read and left: signing in goes away from the page, or comes back to it. */

/** Where the page is. */
export const pageAddress = (): URL => new URL(location.href);

/** The place of this site that the person looks at. */
export const pagePlace = (): string => location.pathname + location.search + location.hash;

/** Leaves the page. */
export const leaveFor = (address: URL): void => {
  location.assign(address);
};

/** Has the address say another place of this site, so that neither a reload nor Back finds what was answered there. */
export const replacePlace = (place: string): void => {
  history.replaceState(history.state, '', place);
};
