/** Saves what has been fetched among the person's downloads. */

/** So long the browser may take to begin; the address of the file in memory is gone after that (T14, T23). */
const keptMilliseconds = 1_000;

export const saveFile = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob);
  const way = document.createElement('a');
  way.href = url;
  way.download = name;
  way.click(); // nowhere in the page: no listener of the host's sees it
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, keptMilliseconds);
};
